using HotGigs.Api.Http;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Accounts;

/// <summary>Makes a one-time link, good for 24 hours, with which a member sets a new password.</summary>
internal static class MakeResetLink
{
    internal static async Task<Results<Ok<OneTimeLinkView>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, ActorContext actors, HotGigsDbContext db, OneTimeLinks links, CancellationToken cancellationToken)
    {
        var admin = actors.Required;
        if (!await db.Set<User>().AnyAsync(user => user.Id == id && user.OrganizationId == admin.OrganizationId, cancellationToken))
            return Problems.NotFound();
        http.ForbidStoring();
        return TypedResults.Ok((await links.MakeResetAsync(admin, admin.OrganizationId, id, cancellationToken)).ToView());
    }
}
