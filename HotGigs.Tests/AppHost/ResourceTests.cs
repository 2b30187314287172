using System.Globalization;
using HotGigs.AppHost.Local;
using HotGigs.AppHost.Local.Processes;
using HotGigs.AppHost.Local.Resources;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

/// <summary>A resource's life, with a shell script in the place of an engine.</summary>
public sealed class ResourceTests
{
    private readonly List<string> _absent = [];
    private readonly Progress _progress = new(TextWriter.Null, TimeProvider.System);
    private string _directory = "";

    [SetUp]
    public void CreateDirectory() => _directory = Directory.CreateTempSubdirectory("hotgigs-resource-").FullName;

    [TearDown]
    public void DeleteDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task GivenATaskThatFails_WhenItIsStarted_ThenTheErrorHoldsItsLastLines()
    {
        await using var resource = Start(new Script("task", "echo the disk is full; exit 3") { IsTask = true });

        var error = await Assert.ThrowsAsync<LocalModeException>(() => resource.Ready);

        Assert.That(error!.Message, Does.Contain("task failed with exit code 3").And.Contain("the disk is full"));
        Assert.That(resource.State, Is.EqualTo(ResourceState.Failed));
    }

    [Test]
    public async Task GivenATaskThatEnds_WhenAnotherNeedsIt_ThenThatOneStartsAfterIt()
    {
        await using var first = Start(new Script("first", $"sleep 0.2; touch {_directory}/done") { IsTask = true });
        await using var second = Start(new Script("second", $"test -e {_directory}/done && echo in order") { IsTask = true }, first);

        await second.Ready;

        Assert.That(second.Log.Tail(1), Is.EqualTo(new[] { "in order" }));
    }

    [Test]
    public async Task GivenANeedThatFails_WhenTheDependentIsAsked_ThenItWasNeverStarted()
    {
        await using var failing = Start(new Script("failing", "exit 1") { IsTask = true });
        await using var dependent = Start(new Script("dependent", "echo started") { IsTask = true }, failing);

        await Assert.CatchAsync<OperationCanceledException>(() => dependent.Ready);

        Assert.That(dependent.Log.Tail(9), Has.None.EqualTo("started"));
        Assert.That(dependent.State, Is.EqualTo(ResourceState.Stopped));
    }

    [Test, CancelAfter(30_000)]
    public async Task GivenAServerThatCrashes_WhenItWasHealthy_ThenItIsStartedAgain(CancellationToken ct)
    {
        await using var resource = Start(new Script("server", "exec sleep 60"));
        await resource.Ready.WaitAsync(ct);
        var first = resource.Pid!.Value;

        Unix.Signal(first, StopSignal.Kill);

        await UntilAsync(() => resource is { State: ResourceState.Running, Restarts: 1 }, ct);
        Assert.That(resource.Pid, Is.Not.Null.And.Not.EqualTo(first));
        Assert.That(resource.Log.Tail(9), Has.One.Contains("starting again"));
    }

    [Test]
    public async Task GivenAProcessThatIgnoresTheRequestToStop_WhenItsTimeIsUp_ThenItAndItsChildrenAreKilled()
    {
        var resource = Start(new Script("stubborn", "trap '' TERM; sleep 61 & echo $!; while true; do sleep 1; done"));
        await resource.Ready;
        var child = ProcessIdentity.Of(int.Parse((await resource.Log.WaitAfterAsync(0, CancellationToken.None))[0].Text, CultureInfo.InvariantCulture));

        await resource.DisposeAsync();

        Assert.That(resource.State, Is.EqualTo(ResourceState.Stopped));
        Assert.That(resource.Log.Tail(1)[0], Does.Contain("was killed"));
        Assert.That(() => child!.IsAlive, Is.False.After(2000, 20));
    }

    [Test]
    public async Task GivenAnOptionalResourceThatIsNotToBeHad_WhenItIsStarted_ThenItIsReadyAndAbsent()
    {
        await using var resource = Start(new Script("optional", null));

        await resource.Ready;

        Assert.That(resource.State, Is.EqualTo(ResourceState.Absent));
        Assert.That(_absent, Is.EqualTo(new[] { "optional" }));
    }

    [Test]
    public async Task GivenASecretInALine_WhenItIsLogged_ThenStarsStandInItsPlace()
    {
        await using var resource = Start(new Script("talker", "echo password is hunter2hunter2") { IsTask = true });

        await resource.Ready;

        Assert.That(resource.Log.Tail(1), Is.EqualTo(new[] { "password is ***" }));
    }

    private Resource Start(Script script, params Resource[] needs)
    {
        _absent.Clear();
        var clock = TimeProvider.System;
        var services = new ResourceServices(
            clock, new ProcessFiles(_directory, clock), () => ["hunter2hunter2"], _absent.Add, _progress);
        var resource = new Resource(script, services);
        resource.Start(needs);
        return resource;
    }

    private async Task UntilAsync(Func<bool> condition, CancellationToken ct)
    {
        while (true)
        {
            var changed = _progress.Changed.Next;
            if (condition()) return;
            await changed.WaitAsync(ct);
        }
    }

    private sealed class Script(string name, string? text) : ResourceDefinition(name, "script", new HashSet<string>(), null)
    {
        internal bool IsTask { get; init; }

        internal override bool RunsToCompletion => IsTask;

        internal override TimeSpan StopLimit => TimeSpan.FromSeconds(0.5);

        internal override Task<Launch?> PrepareAsync(Action<string> report, CancellationToken ct) =>
            Task.FromResult(text is null ? null : new Launch("/bin/sh", ["-c", text], "/", ChildEnvironment.ForEngine()));

        internal override Task<bool> IsHealthyAsync(CancellationToken ct) => Task.FromResult(true);
    }
}
