using System.Security.Cryptography;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class DataProtectionTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenSomethingProtected_WhenAnotherProcessStartsWithTheSameKey_ThenItReadsIt()
    {
        var text = Protector(_host).Protect("a Drive token");

        await using var second = await _host.StartSecondAsync();

        Assert.That(Protector(second).Unprotect(text), Is.EqualTo("a Drive token"));
    }

    [Test]
    public async Task GivenSomethingProtected_WhenAProcessHasAnotherKey_ThenItCannotReadIt()
    {
        var text = Protector(_host).Protect("a Drive token");

        await using var second = await _host.StartSecondAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        Assert.That(() => Protector(second).Unprotect(text), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task GivenTheRingAtRest_WhenItIsRead_ThenItHoldsNoMasterKey()
    {
        Protector(_host).Protect("x");

        var ring = await _host.AsOwnerAsync(db => db.Set<DataProtectionKey>().AsNoTracking().Select(key => key.Xml).ToListAsync());

        Assert.That(ring, Is.Not.Empty);
        Assert.That(ring, Has.All.Contains("encryptedByConfiguredKey"));
        Assert.That(ring, Has.None.Contains("masterKey"));
    }

    [Test]
    public void GivenTheSameXmlTwice_WhenItIsEncrypted_ThenTheBytesDiffer()
    {
        var encryptor = new ConfiguredKeyEncryptor(Options.Create(new DataProtectionKeyOptions { Key = _host.DataProtectionKey }));
        var element = new System.Xml.Linq.XElement("key", "secret");

        var texts = new[] { encryptor.Encrypt(element), encryptor.Encrypt(element) }.Select(info => info.EncryptedElement.Value);

        Assert.That(texts, Is.Unique);
    }

    [TestCase("")]
    [TestCase("short")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", Description = "31 bytes")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "36 bytes")]
    public void GivenAKeyThatIsNone_WhenAProcessStarts_ThenItRefusesAndSaysWhatIsMissing(string key) =>
        Assert.That(
            async () => await _host.StartSecondAsync(key),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("HotGigs:DataProtection:Key"));

    private static IDataProtector Protector(AccountsHost host) =>
        host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
