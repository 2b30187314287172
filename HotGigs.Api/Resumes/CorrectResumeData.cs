using System.Text.Json;
using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using HotGigs.Core.Candidates;
using HotGigs.Core.Data;
using HotGigs.Core.Parsing.Corrections;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class CorrectResumeData
{
    private const string Revert = "revert";

    /// <summary>Correct what a résumé was read as.</summary>
    /// <remarks>Each property is a field with its whole new value, or null when there is none; `revert` lists fields to give back to the parser.</remarks>
    internal static async Task<Results<Ok<ResumeData>, ProblemHttpResult>> HandleAsync(
        Guid id, Dictionary<string, JsonElement> changes, ActorContext context, HotGigsDbContext db, ResumeProfiles profiles,
        CandidateBuilder candidates, ActivityLog activity, TimeProvider time, CancellationToken cancellationToken)
    {
        var actor = context.Required;
        if (await ResumeAccess.FindAsync(db, actor, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        if (seen.Resume.OwnerId != actor.UserId && actor.Role != UserRole.Admin)
            return Problems.Create(403, "not_owner", "Only the owner or an admin corrects a résumé.", "Ask whoever shared it with you.");
        if (seen.Resume.ParseId is null)
            return Problems.NotParsed();
        if (Refuse(changes) is { } refusal)
            return refusal;
        await db.InTransactionAsync(async token =>
        {
            db.ChangeTracker.Clear();
            await StoreAsync(seen.Resume, changes, actor, db, time.GetUtcNow(), token);
            activity.Add(actor, "resume.corrected", "resume", id, new { fields = changes.Keys.Order(StringComparer.Ordinal) }, seen.Resume.OrganizationId);
            await db.SaveChangesAsync(token);
            if ((await profiles.ReadAsync(seen.Resume, token))!.Parsed is var corrected)
                await candidates.RefreshAsync(seen.Resume.Id, corrected, token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
        var profile = (await profiles.ReadAsync(seen.Resume, cancellationToken))!;
        return TypedResults.Ok(profile.Parsed.ToData(id, profile.Corrected));
    }

    private static ProblemHttpResult? Refuse(Dictionary<string, JsonElement> changes)
    {
        foreach (var (field, value) in changes)
        {
            var problem = field != Revert ? CorrectedFields.Problem(field, value)
                : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(name =>
                    name.ValueKind == JsonValueKind.String && CorrectedFields.All.Contains(name.GetString(), StringComparer.Ordinal)) ? null
                : "A list of field names is expected.";
            if (problem is not null)
                return Problems.InvalidField(CorrectedFields.All.Contains(field, StringComparer.Ordinal) ? field : Revert, problem);
        }

        return null;
    }

    private static async Task StoreAsync(
        Resume resume, Dictionary<string, JsonElement> changes, Actor actor, HotGigsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Set<ResumeCorrection>().Where(each => each.ResumeId == resume.Id)
            .ToDictionaryAsync(each => each.Field, StringComparer.Ordinal, cancellationToken);
        foreach (var (field, value) in changes.Where(change => change.Key != Revert))
        {
            if (known.TryGetValue(field, out var correction))
            {
                (correction.Value, correction.AuthorId, correction.At) = (value.GetRawText(), actor.UserId, now);
                continue;
            }

            db.Add(new ResumeCorrection
            {
                ResumeId = resume.Id,
                OrganizationId = resume.OrganizationId,
                Field = field,
                Value = value.GetRawText(),
                AuthorId = actor.UserId,
                At = now,
            });
        }

        if (changes.TryGetValue(Revert, out var reverted))
            db.RemoveRange(reverted.EnumerateArray().Select(name => known.GetValueOrDefault(name.GetString()!)).OfType<ResumeCorrection>());
    }
}
