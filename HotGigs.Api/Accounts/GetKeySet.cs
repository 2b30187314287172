using System.Buffers.Text;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HotGigs.Api.Accounts;

/// <summary>The public keys that access tokens are signed with.</summary>
internal static class GetKeySet
{
    internal static async Task<Ok<KeySetView>> HandleAsync(HttpContext http, SigningKeyRing ring, CancellationToken cancellationToken)
    {
        // Half the time by which a key is published before it signs.
        http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
        var keys = await ring.ListAsync(cancellationToken);
        return TypedResults.Ok(new KeySetView([.. keys.Select(ToView)]));
    }

    private static KeyView ToView(VerificationKey key) => new(
        "EC", "P-256", Base64Url.EncodeToString(key.PublicKey.Q.X), Base64Url.EncodeToString(key.PublicKey.Q.Y),
        key.KeyId, "sig", AccessTokens.Algorithm);
}
