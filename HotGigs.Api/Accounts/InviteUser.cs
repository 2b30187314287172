using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Makes a one-time link, good for 72 hours, that the admin hands over.</summary>
internal static class InviteUser
{
    internal static async Task<Results<Ok<OneTimeLinkView>, ProblemHttpResult>> HandleAsync(
        InviteRequest request, HttpContext http, ActorContext actors, OneTimeLinks links, CancellationToken cancellationToken)
    {
        http.ForbidStoring();
        return await links.InviteAsync(actors.Required, request.Email, UserRoles.Parse(request.Role), cancellationToken) is { } link
            ? TypedResults.Ok(link.ToView())
            : AccountProblems.EmailTaken();
    }
}
