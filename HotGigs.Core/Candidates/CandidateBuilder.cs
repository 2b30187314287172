using HotGigs.Core.Data;
using HotGigs.Core.Parsing;
using HotGigs.Core.Resumes;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Candidates;

/// <summary>Makes the candidate a parsed résumé tells of, in its owner's own database.</summary>
public sealed class CandidateBuilder(HotGigsDbContext db, TimeProvider time)
{
    /// <returns>Null when nothing in the parse names a person: no candidate is invented.</returns>
    public async Task<Guid?> BuildAsync(Resume resume, ParsedResume parsed, CancellationToken cancellationToken)
    {
        if (parsed.FullName is null && parsed.Emails.Count == 0 && parsed.Phones.Count == 0)
            return null;
        var now = time.GetUtcNow();
        var candidate = await db.Set<Candidate>().SingleOrDefaultAsync(known => known.ResumeId == resume.Id, cancellationToken);
        if (candidate is null)
        {
            candidate = new Candidate
            {
                Id = Guid.CreateVersion7(now),
                OrganizationId = resume.OrganizationId,
                OwnerId = resume.OwnerId,
                ResumeId = resume.Id,
                CreatedAt = now,
                UpdatedAt = now,
            };
            db.Add(candidate);
            db.Add(new RecruiterCandidate
            {
                RecruiterId = resume.OwnerId,
                CandidateId = candidate.Id,
                OrganizationId = resume.OrganizationId,
                Source = CandidateSource.Own,
                ViewContact = true,
                DownloadResume = true,
                SubmitToJobs = true,
                GrantedAt = now,
            });
        }

        Fill(candidate, parsed);
        candidate.UpdatedAt = now;
        candidate.PersonId ??= await FindOrAddPersonAsync(candidate, now, cancellationToken);
        return candidate.Id;
    }

    /// <summary>Brings the candidate of a résumé up to what is known now. Nothing happens for a résumé that made none.</summary>
    public async Task RefreshAsync(Guid resumeId, ParsedResume parsed, CancellationToken cancellationToken)
    {
        if (await db.Set<Candidate>().SingleOrDefaultAsync(known => known.ResumeId == resumeId, cancellationToken) is not { } candidate)
            return;
        Fill(candidate, parsed);
        candidate.UpdatedAt = time.GetUtcNow();
    }

    private static void Fill(Candidate candidate, ParsedResume parsed)
    {
        var current = parsed.Experience.FirstOrDefault(entry => entry.Current is { Value: true });
        candidate.FullName = Cut(parsed.FullName?.Value, Candidate.MaxName);
        candidate.Headline = Cut(parsed.Headline?.Value, Candidate.MaxText);
        candidate.Email = parsed.Emails.Select(email => email.Value).FirstOrDefault(email => email.Length <= 254);
        candidate.Phone = Cut(parsed.Phones is [var phone, ..] ? phone.Value.E164 ?? phone.Value.AsPrinted : null, 60);
        candidate.Location = Cut(parsed.Location?.Value.AsPrinted, Candidate.MaxText);
        candidate.Country = parsed.Location?.Value.Country;
        candidate.CurrentTitle = Cut(current?.Title?.Value, Candidate.MaxText);
        candidate.CurrentCompany = Cut(current?.Company?.Value, Candidate.MaxText);
        candidate.ExperienceMonths = parsed.TotalExperienceMonths;
    }

    /// <summary>The same e-mail address within the organization is the same human; without one, nothing is assumed.</summary>
    private async Task<Guid> FindOrAddPersonAsync(Candidate candidate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (candidate.Email is { } email)
        {
            var known = await db.Set<Candidate>()
                .Where(other => other.OrganizationId == candidate.OrganizationId && other.Email == email && other.PersonId != null)
                .OrderBy(other => other.Id)
                .Select(other => other.PersonId)
                .FirstOrDefaultAsync(cancellationToken);
            if (known is { } personId)
                return personId;
        }

        var person = new Person { Id = Guid.CreateVersion7(now), OrganizationId = candidate.OrganizationId, CreatedAt = now };
        db.Add(person);
        return person.Id;
    }

    private static string? Cut(string? value, int max) =>
        value is null || value.Length <= max ? value : char.IsHighSurrogate(value[max - 1]) ? value[..(max - 1)] : value[..max];
}
