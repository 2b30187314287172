using HotGigs.Api.Resumes;
using HotGigs.Contracts.Candidates;

namespace HotGigs.Api.Candidates;

internal static class CandidateMapping
{
    /// <summary>Without the right to view contact data, nothing that names the person is in the answer.</summary>
    internal static CandidateSummary ToSummary(this SeenCandidate seen)
    {
        var candidate = seen.Candidate;
        var contact = seen.ViewContact;
        return new CandidateSummary(
            candidate.Id,
            contact ? candidate.FullName : null,
            candidate.Headline is { } headline && (contact || candidate.FullName is null || !headline.Contains(candidate.FullName, StringComparison.OrdinalIgnoreCase)) ? headline : null,
            contact ? candidate.Email : null,
            contact ? candidate.Phone : null,
            contact ? candidate.Location : null,
            candidate.CurrentTitle,
            candidate.CurrentCompany,
            candidate.ExperienceMonths,
            ResumeDataMapping.ToCamel(candidate.Status),
            seen.Source is { } source ? ResumeDataMapping.ToCamel(source) : "organization",
            new CandidateRights(seen.ViewContact, seen.DownloadResume, seen.SubmitToJobs),
            candidate.ResumeId,
            candidate.UpdatedAt);
    }
}
