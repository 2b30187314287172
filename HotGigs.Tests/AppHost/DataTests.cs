using HotGigs.AppHost.Local;
using HotGigs.AppHost.Local.Model;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

/// <summary>What local mode keeps on disk: the lock, made secrets, and how they are emptied.</summary>
public sealed class DataTests
{
    private string _data = "";

    private LocalPlace Place => new(_data, Durable: false);

    [SetUp]
    public void CreateData() => _data = Directory.CreateTempSubdirectory("hotgigs-data-").FullName;

    [TearDown]
    public void DeleteData() => Directory.Delete(_data, recursive: true);

    [Test]
    public void GivenALockedDirectory_WhenItIsLockedAgain_ThenTheErrorNamesTheHolder()
    {
        using var first = DataLock.Take(_data);

        var error = Assert.Throws<LocalModeException>(() => DataLock.Take(_data));

        Assert.That(error.Message, Does.Contain($"process {Environment.ProcessId}"));
        Assert.That(DataLock.IsFree(_data), Is.False);
    }

    [Test]
    public void GivenALockFileThatNobodyHolds_WhenItIsTaken_ThenItIsNotStale()
    {
        DataLock.Take(_data).Dispose();

        Assert.That(() => DataLock.Take(_data).Dispose(), Throws.Nothing);
    }

    [Test]
    public async Task GivenOurDataAndAStrangersFile_WhenReset_ThenOnlyOursIsGone()
    {
        foreach (var directory in new[] { "postgres-15/base", "redis", "azurite", "photos" }) Directory.CreateDirectory(Path.Combine(_data, directory));
        await File.WriteAllTextAsync(Place.SecretsFile, "{}");
        await File.WriteAllTextAsync(Path.Combine(_data, "letter.txt"), "");

        await DataReset.RunAsync(Place, TimeProvider.System, _ => { });

        Assert.That(Directory.GetFileSystemEntries(_data).Select(Path.GetFileName), Is.EquivalentTo(new[] { "photos", "letter.txt", "lock", "lock.pid" }));
    }

    [Test]
    public async Task GivenDataInUse_WhenReset_ThenItIsRefused()
    {
        using var running = DataLock.Take(_data);

        await Assert.ThrowsAsync<LocalModeException>(() => DataReset.RunAsync(Place, TimeProvider.System, _ => { }));
    }

    [TestCase("yes\n", true)]
    [TestCase("YES\n", true)]
    [TestCase("y\n", false)]
    [TestCase("no\n", false)]
    [TestCase("", false)]
    public void GivenAnAnswer_WhenAskedBeforeAReset_ThenOnlyYesIsYes(string answer, bool expected) =>
        Assert.That(DataReset.IsConfirmed(Place, new StringReader(answer), TextWriter.Null), Is.EqualTo(expected));

    [Test]
    public void GivenAGeneratedSecret_WhenAskedTwice_ThenItIsTheSameLongOneInAFileForUsAlone()
    {
        var first = Parameters().Get(Manifest()["app-db-password"]);
        var second = Parameters().Get(Manifest()["app-db-password"]);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(first, Does.Match("^[A-Za-z0-9]{24,}$"));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(Place.SecretsFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void GivenTheMadeDataProtectionKey_WhenItIsDecodedAsTheApiDoes_ThenItIs32Bytes()
    {
        var key = Manifest()["api"].Environment["HotGigs__DataProtection__Key"]
            .Replace("{data-protection-key.value}", Parameters().Get(Manifest()["data-protection-key"]), StringComparison.Ordinal);

        Assert.That(Convert.FromBase64String(key), Has.Length.EqualTo(32));
    }

    [Test]
    public void GivenAConfiguredParameter_WhenItsNameHasUnderscores_ThenItWinsAndIsKnownAsASecret()
    {
        var parameters = Parameters(("Parameters:app_db_password", "chosen"));

        Assert.That(parameters.Get(Manifest()["app-db-password"]), Is.EqualTo("chosen"));
        Assert.That(parameters.Secrets, Is.EqualTo(new[] { "chosen" }));
        Assert.That(Place.SecretsFile, Does.Not.Exist);
    }

    [Test]
    public void GivenAnOptionalParameter_WhenNobodySetsIt_ThenItIsEmpty() =>
        Assert.That(Parameters().Get(Manifest()["ai-key"]), Is.Empty);

    private static Manifest Manifest() => HotGigs.AppHost.Local.Model.Manifest.FindAbove(AppContext.BaseDirectory);

    private Parameters Parameters(params (string Key, string Value)[] configuration) =>
        new(Place.SecretsFile, new ConfigurationBuilder().AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
