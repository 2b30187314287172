using System.Text.Json;
using System.Text.Json.Nodes;
using HotGigs.Contracts.Accounts;
using HotGigs.Contracts.Candidates;
using HotGigs.Contracts.Events;
using HotGigs.Contracts.Resumes;

namespace HotGigs.Api.Http;

/// <summary>One example for each body people write or read first. Invented people only.</summary>
internal static class ApiExamples
{
    private static readonly Guid ResumeId = Guid.Parse("01999999-0000-7000-8000-000000000001");
    private static readonly Guid WorkItemId = Guid.Parse("01999999-0000-7000-8000-000000000002");
    private static readonly Guid CandidateId = Guid.Parse("01999999-0000-7000-8000-000000000003");
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    private static readonly Dictionary<Type, object> Examples = new()
    {
        [typeof(RegisterRequest)] = new RegisterRequest("ada@example.com", "correct horse battery staple", "Ada", OrganizationName: "Example Talent"),
        [typeof(LoginRequest)] = new LoginRequest("ada@example.com", "correct horse battery staple"),
        [typeof(RefreshRequest)] = new RefreshRequest("kGzN2v0r…"),
        [typeof(InviteRequest)] = new InviteRequest("rob@example.com", "recruiter"),
        [typeof(UploadAnswer)] = new UploadAnswer(ResumeId, WorkItemId, $"/api/resumes/{ResumeId}/status", false),
        [typeof(ResumeStatus)] = new ResumeStatus(
            ResumeId, WorkItemId, "parsed", null, 100, "Done", null, false, CandidateId, At, At.AddSeconds(1)),
        [typeof(CandidateSummary)] = new CandidateSummary(
            CandidateId, "Mira Lindqvist", "Software Engineer", "mira@example.com", "+442079460001", "Leeds, United Kingdom",
            "Senior Software Engineer", "Northlight Systems", 96, "new", "own", new CandidateRights(true, true, true), ResumeId, At),
        [typeof(EventView)] = new EventView(42, "resume.parsed", ResumeId, CandidateId, At),
    };

    /// <returns>Null for a type without an example.</returns>
    internal static JsonNode? For(Type type) =>
        Examples.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, JsonSerializerOptions.Web) : null;
}
