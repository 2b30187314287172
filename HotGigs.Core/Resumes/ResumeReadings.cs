using System.Security.Cryptography;
using HotGigs.Core.Activity;
using HotGigs.Core.Candidates;
using HotGigs.Core.Data;
using HotGigs.Core.Events;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Resumes;

/// <summary>Records how the reading of a résumé goes and ends. Each method only tracks changes; the caller saves them together with
/// the completion of its work item, so that a résumé is finished exactly when its work is.</summary>
public sealed class ResumeReadings(
    HotGigsDbContext db, CandidateBuilder candidates, ResumeProfiles profiles, LiveEvents events, ActivityLog activity, TimeProvider time)
{
    /// <returns>Null when the résumé was deleted meanwhile: there is nothing left to do.</returns>
    public Task<Resume?> FindAsync(Guid resumeId, CancellationToken cancellationToken) =>
        db.Set<Resume>().SingleOrDefaultAsync(resume => resume.Id == resumeId, cancellationToken);

    public void Begin(Resume resume)
    {
        resume.State = ResumeState.Reading;
        events.Add(resume);
    }

    /// <summary>Stores the parse (once per organization, bytes and parser version) and what it says about the candidate.</summary>
    public async Task FinishAsync(Resume resume, Document document, ParsedResume parsed, CancellationToken cancellationToken)
    {
        resume.ParseId = await StoreParseAsync(resume, document, parsed, cancellationToken);
        var profile = await profiles.CorrectAsync(resume.Id, parsed, document.Text, cancellationToken);
        resume.CandidateId = await candidates.BuildAsync(resume, profile.Parsed, cancellationToken);
        End(resume, ResumeState.Parsed, null);
    }

    /// <summary>Pages are pictures: the parse keeps what there is, and no candidate is made from it.</summary>
    public async Task NeedsOcrAsync(Resume resume, Document document, ParsedResume parsed, CancellationToken cancellationToken)
    {
        resume.ParseId = await StoreParseAsync(resume, document, parsed, cancellationToken);
        End(resume, ResumeState.NeedsOcr, "no-text-layer");
    }

    /// <summary>Keeps a new parse beside the one in force; a failure changes nothing but the log.</summary>
    public async Task KeepBesideAsync(
        Resume resume, Document? document, ParsedResume? parsed, ReadingFailure? failure, CancellationToken cancellationToken)
    {
        Guid? parseId = document is null || parsed is null ? null : await StoreParseAsync(resume, document, parsed, cancellationToken);
        events.Add(resume);
        activity.Add(null, parseId is null ? "resume.reread_failed" : "resume.reread", "resume", resume.Id,
            new { parseId, code = failure?.ToCode() }, resume.OrganizationId);
    }

    public void Fail(Resume resume, ReadingFailure failure) => End(resume, ResumeState.Failed, failure.ToCode());

    private void End(Resume resume, ResumeState state, string? code)
    {
        resume.State = state;
        resume.Code = code;
        resume.FinishedAt = time.GetUtcNow();
        events.Add(resume);
        activity.Add(null, "resume." + (state == ResumeState.Parsed ? "parsed" : state == ResumeState.NeedsOcr ? "needs_ocr" : "failed"),
            "resume", resume.Id, new { code, parseId = resume.ParseId, candidateId = resume.CandidateId }, resume.OrganizationId);
    }

    private async Task<Guid> StoreParseAsync(Resume resume, Document document, ParsedResume parsed, CancellationToken cancellationToken)
    {
        var known = await db.Set<ResumeParse>()
            .Where(parse => parse.OrganizationId == resume.OrganizationId
                && parse.ContentHash == resume.ContentHash && parse.ParserVersion == parsed.ParserVersion)
            .Select(parse => (Guid?)parse.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (known is { } id)
            return id;
        var parse = new ResumeParse
        {
            // Random: the parse may be shared with a colleague who sent the same bytes, and an id that sorts by time would tell them when.
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            OrganizationId = resume.OrganizationId,
            ContentHash = resume.ContentHash,
            ParserVersion = parsed.ParserVersion,
            Text = document.Text,
            Document = ParseCodec.Pack(document),
            Parsed = ParseCodec.Serialize(parsed),
            ParsedAt = time.GetUtcNow(),
        };
        db.Add(parse);
        return parse.Id;
    }
}
