using System.Diagnostics;
using HotGigs.Core.Reading;
using HotGigs.Worker.Reading;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace HotGigs.Tests.Worker;

/// <summary>The real child, as the worker starts it.</summary>
[TestFixture]
internal sealed class ReaderChildTests
{
    private ReaderPool _pool = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _pool = new ReaderPool(
            ReaderCommand.ThisProgram(), new ReaderOptions { Children = 1 }, TimeProvider.System, NullLogger<ReaderPool>.Instance);
        await _pool.WarmUpAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _pool.DisposeAsync();

    [Test]
    public async Task GivenEachBuiltInSample_WhenAChildReadsIt_ThenItsTextAndParseComeBack()
    {
        foreach (var (content, extension) in ReaderSamples.All())
        {
            var answer = await ReadAsync(content, extension);

            Assert.That(answer.Outcome, Is.EqualTo(ReaderOutcome.Read), extension);
            Assert.That(answer.Document!.Text, Does.StartWith("Robin Sample"), extension);
            Assert.That(answer.Parsed, Is.Not.Null, extension);
        }
    }

    [Test]
    public async Task GivenBytesThatAreNoDocument_WhenAChildReadsThem_ThenItSaysWhyAndLives()
    {
        var before = _pool.ProcessIds.Single();

        var answer = await ReadAsync([0, 1, 2, 3], ".pdf");

        Assert.That(answer.Failure, Is.EqualTo(ReadingFailure.TypeMismatch));
        Assert.That(_pool.ProcessIds.Single(), Is.EqualTo(before));
    }

    [Test]
    public async Task GivenAChild_WhenItsInputEnds_ThenItEnds()
    {
        using var child = Process.Start(ReaderSandbox.Wrap(ReaderCommand.ThisProgram(), ReadingLimits.Default))!;
        await ReaderFrames.ReadAsync(child.StandardOutput.BaseStream, 0, CancellationToken.None);

        child.StandardInput.Close();

        Assert.That(child.WaitForExit(TimeSpan.FromSeconds(10)), Is.True);
        Assert.That(child.ExitCode, Is.Zero);
    }

    [Test]
    public async Task GivenManyFilesInARow_WhenOneChildReadsThem_ThenItsMemoryStaysWithinItsCap()
    {
        var samples = ReaderSamples.All().ToList();

        for (var i = 0; i < 100; i++)
            await ReadAsync(samples[i % samples.Count].Content, samples[i % samples.Count].Extension);

        using var child = Process.GetProcessById(_pool.ProcessIds.Single());
        Assert.That(ReaderMemory.ResidentBytes(child), Is.LessThan(ReadingLimits.Default.MaxResidentBytes / 2));
    }

    private Task<ReaderAnswer> ReadAsync(byte[] content, string extension) =>
        _pool.ReadAsync(new ReaderRequest(content, extension, new DateOnly(2026, 1, 1)), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
}
