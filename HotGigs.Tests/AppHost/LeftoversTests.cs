using HotGigs.AppHost.Local.Processes;
using HotGigs.AppHost.Local.Resources;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

public sealed class LeftoversTests
{
    private readonly List<string> _told = [];
    private string _directory = "";
    private RunningProcess _process = null!;

    [SetUp]
    public async Task StartAProcess()
    {
        _directory = Directory.CreateTempSubdirectory("hotgigs-leftovers-").FullName;
        _process = await RunningProcess.StartAsync(new Launch("/bin/sleep", ["62"], "/", ChildEnvironment.ForEngine()), _ => { });
        _told.Clear();
    }

    [TearDown]
    public async Task StopIt()
    {
        await _process.StopAsync(TimeSpan.FromSeconds(5), TimeProvider.System);
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public async Task GivenAProcessThatAnEarlierRunLeft_WhenTheNextOneStarts_ThenItIsEndedAndForgotten()
    {
        Files().Remember("engine", _process.Identity!, StopSignal.Terminate);

        await Files().EndLeftoversAsync(_told.Add);

        await _process.Exited.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(_told, Has.One.Contains($"process {_process.Pid}"));
        Assert.That(Directory.GetFiles(_directory), Is.Empty);
    }

    [Test]
    public async Task GivenAStrangerWhoGotTheSameProcessId_WhenTheNextRunStarts_ThenTheStrangerIsLeftAlone()
    {
        Files().Remember("engine", _process.Identity! with { Start = "another boot:1" }, StopSignal.Terminate);

        await Files().EndLeftoversAsync(_told.Add);

        Assert.That(_process.Identity!.IsAlive, Is.True);
        Assert.That(_told, Is.Empty);
        Assert.That(Directory.GetFiles(_directory), Is.Empty);
    }

    [Test]
    public async Task GivenAFileThatWasCutOff_WhenTheNextRunStarts_ThenItIsRemoved()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "engine.json"), "{\"Identity\":");

        await Files().EndLeftoversAsync(_told.Add);

        Assert.That(Directory.GetFiles(_directory), Is.Empty);
    }

    private ProcessFiles Files() => new(_directory, TimeProvider.System);
}
