using HotGigs.Api.Http;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>What an admin does to a member: change the role, suspend, let in again. In force from the member's next request on.</summary>
internal static class ChangeMember
{
    internal static async Task<Results<NoContent, ProblemHttpResult>> ChangeRoleAsync(
        Guid id, ChangeRoleRequest request, ActorContext actors, Members members, CancellationToken cancellationToken) =>
        Answer(await members.ChangeRoleAsync(actors.Required, id, UserRoles.Parse(request.Role), cancellationToken));

    internal static async Task<Results<NoContent, ProblemHttpResult>> SuspendAsync(
        Guid id, ActorContext actors, Members members, CancellationToken cancellationToken) =>
        Answer(await members.SuspendAsync(actors.Required, id, cancellationToken));

    internal static async Task<Results<NoContent, ProblemHttpResult>> UnsuspendAsync(
        Guid id, ActorContext actors, Members members, CancellationToken cancellationToken) =>
        Answer(await members.UnsuspendAsync(actors.Required, id, cancellationToken));

    private static Results<NoContent, ProblemHttpResult> Answer(MemberOutcome outcome) => outcome switch
    {
        MemberOutcome.Changed => TypedResults.NoContent(),
        MemberOutcome.NotFound => Problems.NotFound(),
        MemberOutcome.LastAdmin => AccountProblems.LastAdmin(),
    };
}
