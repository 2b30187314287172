using System.Text.Json;
using HotGigs.Core.Data;
using HotGigs.Core.Parsing;
using HotGigs.Core.Parsing.Corrections;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Resumes;

/// <summary>The parse in force with people's corrections over it: what everybody is shown and what candidates are made from.</summary>
public sealed class ResumeProfiles(HotGigsDbContext db, TimeProvider time)
{
    /// <returns>Null for a résumé without a parse.</returns>
    public async Task<ResumeProfile?> ReadAsync(Resume resume, CancellationToken cancellationToken)
    {
        if (resume.ParseId is not { } parseId)
            return null;
        var stored = await db.Set<ResumeParse>().Where(parse => parse.Id == parseId)
            .Select(parse => new { parse.Parsed, parse.Text }).SingleAsync(cancellationToken);
        return await CorrectAsync(resume.Id, ParseCodec.DeserializeParsed(stored.Parsed), stored.Text, cancellationToken);
    }

    /// <summary>Puts a résumé's corrections over a parse of it, stored or not yet.</summary>
    public async Task<ResumeProfile> CorrectAsync(Guid resumeId, ParsedResume parsed, string text, CancellationToken cancellationToken)
    {
        var corrections = await db.Set<ResumeCorrection>().AsNoTracking().Where(each => each.ResumeId == resumeId)
            .OrderBy(each => each.Field).Select(each => new { each.Field, each.Value }).ToListAsync(cancellationToken);
        if (corrections.Count == 0)
            return new ResumeProfile(parsed, []);
        var said = corrections.Select(each => (each.Field, JsonDocument.Parse(each.Value).RootElement)).ToList();
        return new ResumeProfile(
            CorrectedResume.Apply(parsed, text, said, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            [.. corrections.Select(each => each.Field)]);
    }
}

/// <param name="Corrected">Names of the fields that people corrected.</param>
public sealed record ResumeProfile(ParsedResume Parsed, IReadOnlyList<string> Corrected);
