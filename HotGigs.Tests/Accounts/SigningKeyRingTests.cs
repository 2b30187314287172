using System.Security.Cryptography;
using System.Text.Json;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class SigningKeyRingTests
{
    private AccountsHost _host = null!;

    [SetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenAToken_WhenItsKeyIsReadFromTheKeySet_ThenAnybodyCanCheckTheSignature()
    {
        var token = (await _host.RegisterAsync()).AccessToken.Split('.');
        var header = JsonDocument.Parse(Bytes(token[0])).RootElement;

        var set = await AccountsHost.ReadAsync<KeySetView>(await _host.GetAsync("/.well-known/jwks.json"));

        var key = set.Keys.Single(key => key.Kid == header.GetProperty("kid").GetString());
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key.X), Y = Bytes(key.Y) } });
        Assert.That(ecdsa.VerifyData(System.Text.Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Bytes(token[2]), HashAlgorithmName.SHA256), Is.True);
        Assert.That((key.Kty, key.Crv, key.Use, key.Alg), Is.EqualTo(("EC", "P-256", "sig", "ES256")));
    }

    [Test]
    public async Task GivenAKeyOfThirtyDays_WhenItIsReplaced_ThenTheNextIsPublishedBeforeItSignsAndTheOldTokensStayGood()
    {
        var ring = _host.Services.GetRequiredService<SigningKeyRing>();
        var first = (await ring.GetCurrentAsync(default)).KeyId;

        _host.Clock.Advance(SigningKeyRing.SignsFor - TimeSpan.FromMinutes(10));
        var before = (await ring.GetCurrentAsync(default)).KeyId;
        var published = await ring.ListAsync(default);
        var tokens = await _host.RegisterAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(11));
        var after = (await ring.GetCurrentAsync(default)).KeyId;

        Assert.That(before, Is.EqualTo(first));
        Assert.That(published.Select(key => key.KeyId), Is.EquivalentTo(new[] { first, after }));
        Assert.That(after, Is.Not.EqualTo(first));
        await _host.MeAsync(tokens);
    }

    [Test]
    public async Task GivenAReplacedKey_WhenADayHasPassed_ThenItIsNeitherPublishedNorKept()
    {
        var ring = _host.Services.GetRequiredService<SigningKeyRing>();
        var first = (await ring.GetCurrentAsync(default)).KeyId;
        for (var days = 0; days < 61; days++)
        {
            _host.Clock.Advance(TimeSpan.FromDays(1));
            await ring.GetCurrentAsync(default);
        }

        Assert.That((await ring.ListAsync(default)).Select(key => key.KeyId), Has.None.EqualTo(first));
        Assert.That(await ring.FindAsync(first, default), Is.Null);
        Assert.That(await _host.AsOwnerAsync(db => db.Set<SigningKey>().AnyAsync(key => key.Id == first)), Is.False);
    }

    [Test]
    public async Task GivenAKeyMadeByAnotherProcess_WhenItsTokenComes_ThenItIsAcceptedAtOnce()
    {
        await using var second = await _host.StartSecondAsync();
        await second.GetAsync("/.well-known/jwks.json");
        // The second process has read the ring; now the first gets a key it can't know.
        await _host.AsOwnerAsync(db => db.Set<SigningKey>().ExecuteDeleteAsync());
        _host.Clock.Advance(SigningKeyRing.UnknownKeyPause);
        var tokens = await _host.RegisterAsync();

        Assert.That((await second.MeAsync(tokens)).SessionId, Is.EqualTo(tokens.SessionId));
    }

    [Test]
    public async Task GivenAKeyAtRest_WhenItsRowIsRead_ThenThePrivateHalfIsNoKey()
    {
        await _host.RegisterAsync();

        var row = await _host.AsOwnerAsync(db => db.Set<SigningKey>().AsNoTracking().SingleAsync());

        using var ecdsa = ECDsa.Create();
        Assert.That(() => ecdsa.ImportPkcs8PrivateKey(row.ProtectedPrivateKey, out _), Throws.InstanceOf<CryptographicException>());
        Assert.That(() => ecdsa.ImportSubjectPublicKeyInfo(row.PublicKey, out _), Throws.Nothing);
    }

    [Test]
    public async Task GivenALostDataProtectionKey_WhenAProcessStartsWithAnother_ThenOldTokensStayGoodAndNewOnesAreSignedAnew()
    {
        var tokens = await _host.RegisterAsync();
        await using var second = await _host.StartSecondAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        await second.MeAsync(tokens);
        await second.MeAsync(await second.RegisterAsync());
    }

    private static byte[] Bytes(string base64Url) => System.Buffers.Text.Base64Url.DecodeFromChars(base64Url);
}
