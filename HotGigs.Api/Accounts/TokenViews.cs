using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;

namespace HotGigs.Api.Accounts;

internal static class TokenViews
{
    internal static TokenView ToView(this TokenPair tokens) =>
        new(tokens.AccessToken, "Bearer", (int)tokens.AccessTokenLifetime.TotalSeconds, tokens.RefreshToken, tokens.SessionId);

    internal static OneTimeLinkView ToView(this IssuedLink link) => new(link.Id, link.Token, link.ExpiresAt);

    /// <summary>Secrets in an answer are nobody's to keep.</summary>
    internal static void ForbidStoring(this HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
