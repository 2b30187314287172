using System.Buffers.Text;
using System.Security.Cryptography;
using HotGigs.Core.Accounts;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

/// <summary>Each forged token carries a true signature of our key, unless the signature is what is wrong with it.</summary>
public sealed class AccessTokensTests
{
    private const string AlphabetOfBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly AccessTokenClaims Claims = new(Guid.CreateVersion7(), Guid.CreateVersion7());

    private readonly TokenForge _forge = new();
    private readonly FakeClock _clock = new();

    private AccessTokens Tokens => new("hotgigs", "hotgigs-api", TimeSpan.FromMinutes(15), _clock);

    private long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    private string Payload => PayloadWith("");

    [Test]
    public void GivenOurOwnToken_WhenItIsValidated_ThenItsClaimsComeBack()
    {
        var token = Tokens.Create(_forge.Credential, Claims);

        Assert.That(AccessTokens.ReadKeyId(token), Is.EqualTo("key-1"));
        Assert.That(Tokens.Validate(token, _forge.Key), Is.EqualTo(new AccessTokenResult.Valid(Claims)));
    }

    [Test]
    public void GivenAForgedTokenThatSaysWhatOursSay_WhenItIsValidated_ThenItIsAccepted() =>
        Assert.That(Validate(TokenForge.Header, Payload), Is.EqualTo(new AccessTokenResult.Valid(Claims)));

    [TestCase("""{"alg":"none","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":"None","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":"es256","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":"HS256","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":"RS256","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":"ES384","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":["ES256"],"typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"typ":"at+jwt","kid":"key-1","x":"y"}""")]
    [TestCase("""{"alg":"ES256","typ":"JWT","kid":"key-1"}""")]
    [TestCase("""{"alg":"ES256","typ":"AT+JWT","kid":"key-1"}""")]
    [TestCase("""{"alg":"ES256","kid":"key-1"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":null}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"../../dev/null"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"x' union select 'key-1'--"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"\ud800"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"key-1","jku":"https://evil.example/keys"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"key-1","x5u":"https://evil.example/cert"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"key-1","jwk":{"kty":"EC"}}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"key-1","crit":["exp"]}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"key-1","b64":false}""")]
    [TestCase("""{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"key-1"}""")]
    [TestCase("""{"alg":"ES256","typ":"at+jwt","kid":"key-2","kid":"key-1"}""")]
    [TestCase("""["ES256","at+jwt","key-1"]""")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("{")]
    public void GivenAnotherHeaderTrulySigned_WhenTheTokenIsValidated_ThenItIsRefused(string header) =>
        Assert.That(Validate(header, Payload), Is.InstanceOf<AccessTokenResult.Invalid>());

    [TestCase("iss", "\"evil\"")]
    [TestCase("iss", "[\"hotgigs\"]")]
    [TestCase("iss", null)]
    [TestCase("aud", "\"other\"")]
    [TestCase("aud", "[\"hotgigs-api\",\"other\"]")]
    [TestCase("aud", null)]
    [TestCase("sub", "\"not-an-id\"")]
    [TestCase("sub", null)]
    [TestCase("sid", "7")]
    [TestCase("sid", null)]
    [TestCase("exp", null)]
    [TestCase("exp", "\"99999999999\"")]
    [TestCase("exp", "1e300")]
    [TestCase("exp", "-1")]
    [TestCase("nbf", null)]
    public void GivenAnotherClaimTrulySigned_WhenTheTokenIsValidated_ThenItIsRefused(string claim, string? value) =>
        Assert.That(Validate(TokenForge.Header, PayloadWith("", claim, value)), Is.InstanceOf<AccessTokenResult.Invalid>());

    [TestCase("\"01a1fdea-0107-7a89-b9bc-d3b8928ffb44\"", Description = "good by itself")]
    [TestCase("\"x\"")]
    public void GivenAClaimTwice_WhenTheTokenIsValidated_ThenItIsRefused(string second) =>
        Assert.That(Validate(TokenForge.Header, PayloadWith($",\"sub\":{second}")), Is.InstanceOf<AccessTokenResult.Invalid>());

    [Test]
    public void GivenAClaimWeDoNotKnow_WhenTheTokenIsValidated_ThenItIsAccepted() =>
        Assert.That(Validate(TokenForge.Header, PayloadWith(",\"role\":\"admin\"")), Is.InstanceOf<AccessTokenResult.Valid>());

    [TestCase(15 * 60 + 59, true)]
    [TestCase(15 * 60 + 60, false)]
    public void GivenATokensLifeAndTheSkewAreOver_WhenItIsValidated_ThenItHasExpired(int seconds, bool valid)
    {
        var token = Tokens.Create(_forge.Credential, Claims);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(Tokens.Validate(token, _forge.Key), valid ? Is.InstanceOf<AccessTokenResult.Valid>() : Is.InstanceOf<AccessTokenResult.Expired>());
    }

    [TestCase(60, true)]
    [TestCase(61, false)]
    public void GivenATokenOfTheFuture_WhenItIsValidated_ThenOnlyTheSkewIsForgiven(int secondsAhead, bool valid) =>
        Assert.That(
            Validate(TokenForge.Header, PayloadWith("", "nbf", $"{Now + secondsAhead}")),
            valid ? Is.InstanceOf<AccessTokenResult.Valid>() : Is.InstanceOf<AccessTokenResult.Invalid>());

    [Test]
    public void GivenAnExpiredTokenWithAForeignSignature_WhenItIsValidated_ThenItIsInvalidAndNotExpired()
    {
        var token = new TokenForge().Sign(TokenForge.Header, PayloadWith("", "exp", "1"));

        Assert.That(Tokens.Validate(token, _forge.Key), Is.InstanceOf<AccessTokenResult.Invalid>());
    }

    [Test]
    public void GivenThePublicKeyUsedAsASecret_WhenTheTokenIsValidated_ThenItIsRefused() =>
        AssertInvalid(_forge.SignWithPublicKeyAsSecret(Payload));

    [Test]
    public void GivenAnotherKeysSignature_WhenTheTokenIsValidated_ThenItIsRefused() =>
        AssertInvalid(new TokenForge().Sign(TokenForge.Header, Payload));

    [Test]
    public void GivenADerSignature_WhenTheTokenIsValidated_ThenItIsRefused()
    {
        var signed = $"{TokenForge.Encode(TokenForge.Header)}.{TokenForge.Encode(Payload)}";

        AssertInvalid($"{signed}.{Base64Url.EncodeToString(_forge.Signature(signed, DSASignatureFormat.Rfc3279DerSequence))}");
    }

    [Test]
    public void GivenZeroesAsSignature_WhenTheTokenIsValidated_ThenItIsRefused() =>
        AssertInvalid($"{TokenForge.Encode(TokenForge.Header)}.{TokenForge.Encode(Payload)}.{Base64Url.EncodeToString(new byte[64])}");

    [Test]
    public void GivenOtherTrailingBitsInTheSignature_WhenTheTokenIsValidated_ThenItIsRefused()
    {
        // 64 bytes are 86 characters of which the last carries four bits too many.
        var token = _forge.Sign(TokenForge.Header, Payload);
        var twin = token[..^1] + AlphabetOfBase64Url[AlphabetOfBase64Url.IndexOf(token[^1], StringComparison.Ordinal) ^ 1];

        Assert.That(Tokens.Validate(token, _forge.Key), Is.InstanceOf<AccessTokenResult.Valid>());
        AssertInvalid(twin);
    }

    [TestCase("=")]
    [TestCase("==")]
    [TestCase(" ")]
    [TestCase("\n")]
    [TestCase(".")]
    [TestCase(".x")]
    [TestCase("A")]
    public void GivenSomethingAfterTheToken_WhenItIsValidated_ThenItIsRefused(string end) =>
        AssertInvalid(_forge.Sign(TokenForge.Header, Payload) + end);

    [Test]
    public void GivenAHeaderSpelledOtherwise_WhenTheSignatureIsOfTheFirstSpelling_ThenTheTokenIsRefused()
    {
        var parts = _forge.Sign(TokenForge.Header, Payload).Split('.');

        AssertInvalid($"{TokenForge.Encode(TokenForge.Header + " ")}.{parts[1]}.{parts[2]}");
    }

    [Test]
    public void GivenAStandardBase64Payload_WhenItIsTrulySigned_ThenTheTokenIsRefused() =>
        AssertInvalid(_forge.SignParts(TokenForge.Encode(TokenForge.Header), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Payload + "  "))));

    [Test]
    public void GivenAnEndlessToken_WhenItIsValidated_ThenItIsRefusedUnread() =>
        AssertInvalid(_forge.Sign(TokenForge.Header, PayloadWith($",\"x\":\"{new string('x', AccessTokens.MaxLength)}\"")));

    [Test]
    public void GivenNoKeyOfThatName_WhenTheTokenIsValidated_ThenItIsRefused() =>
        Assert.That(Tokens.Validate(_forge.Sign(TokenForge.Header, Payload), key: null), Is.InstanceOf<AccessTokenResult.Invalid>());

    [Test]
    public void GivenRandomBytes_WhenTheyAreValidated_ThenNothingIsThrown()
    {
        var random = new Random(20261121);
        var token = _forge.Sign(TokenForge.Header, Payload);
        for (var round = 0; round < 2000; round++)
        {
            var broken = token.ToCharArray();
            broken[random.Next(broken.Length)] = (char)random.Next(1, 300);
            var text = new string(broken);
            if (text != token)
                AssertInvalid(text);
        }
    }

    private AccessTokenResult Validate(string header, string payload) => Tokens.Validate(_forge.Sign(header, payload), _forge.Key);

    private void AssertInvalid(string token) => Assert.That(Tokens.Validate(token, _forge.Key), Is.InstanceOf<AccessTokenResult.Invalid>());

    private string PayloadWith(string more, string? claim = null, string? value = null)
    {
        var claims = new Dictionary<string, string?>
        {
            ["iss"] = "\"hotgigs\"",
            ["aud"] = "\"hotgigs-api\"",
            ["sub"] = $"\"{Claims.UserId}\"",
            ["sid"] = $"\"{Claims.SessionId}\"",
            ["nbf"] = $"{Now}",
            ["exp"] = $"{Now + 900}",
        };
        if (claim is not null)
            claims[claim] = value;
        return "{" + string.Join(",", claims.Where(pair => pair.Value is not null).Select(pair => $"\"{pair.Key}\":{pair.Value}")) + more + "}";
    }
}
