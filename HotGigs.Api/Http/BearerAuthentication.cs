using System.Security.Claims;
using System.Text.Encodings.Web;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HotGigs.Api.Http;

/// <summary>
/// Turns <c>Authorization: Bearer</c> into the request's actor: the token must be ours and in force, and its session open at this
/// moment. Role and organization come from the database, so a changed role holds from the next request on.
/// </summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    AccessTokens tokens, SigningKeyRing keys, Sessions sessions, ActorContext context)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Bearer";
    private const string Prefix = SchemeName + " ";

    private Refusal _refusal = Refusal.Missing;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Who asks does not matter here, and probes must be answered while the database is away.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            return AuthenticateResult.NoResult();
        var header = Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var token = value[Prefix.Length..].Trim();
        var keyId = AccessTokens.ReadKeyId(token);
        var key = keyId is null ? null : await keys.FindAsync(keyId, Context.RequestAborted);
        return tokens.Validate(token, key) switch
        {
            AccessTokenResult.Valid(var claims) => await CheckSessionAsync(claims),
            AccessTokenResult.Expired => Refuse(Refusal.Expired),
            _ => Refuse(Refusal.Invalid),
        };
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = _refusal.Code == Refusal.Missing.Code
            ? SchemeName
            : $"{SchemeName} error=\"invalid_token\", error_description=\"{_refusal.Title}\"";
        return Problems.Create(StatusCodes.Status401Unauthorized, _refusal.Code, _refusal.Title, _refusal.Detail).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Create(
            StatusCodes.Status403Forbidden, "forbidden_role", "Your role may not use this operation.",
            "Ask an admin of your organization to do it, or to change your role.").ExecuteAsync(Context);

    private async Task<AuthenticateResult> CheckSessionAsync(AccessTokenClaims claims)
    {
        if (await sessions.CheckAsync(claims, Context.RequestAborted) is not SessionCheck.Active(var actor))
            return Refuse(Refusal.SessionRevoked);
        context.Actor = actor;
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, actor.UserId.ToString()),
                new Claim(ClaimTypes.Role, actor.Role.ToName()),
                new Claim(ClaimTypes.Sid, claims.SessionId.ToString()),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private AuthenticateResult Refuse(Refusal refusal)
    {
        _refusal = refusal;
        return AuthenticateResult.Fail(refusal.Code);
    }

    private sealed record Refusal(string Code, string Title, string Detail)
    {
        internal static readonly Refusal Missing = new(
            "token_missing", "This needs a signed-in user.", "Send the access token from /api/auth/login as Authorization: Bearer.");

        internal static readonly Refusal Invalid = new(
            "token_invalid", "The access token is not valid.", "Sign in again at /api/auth/login.");

        internal static readonly Refusal Expired = new(
            "token_expired", "The access token has expired.", "Exchange the refresh token at /api/auth/refresh.");

        internal static readonly Refusal SessionRevoked = new(
            "session_revoked", "The session has ended.", "Sign in again at /api/auth/login.");
    }
}
