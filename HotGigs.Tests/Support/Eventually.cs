using NUnit.Framework;

namespace HotGigs.Tests.Support;

/// <summary>Waits for what will come true soon, so that no test sleeps.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, int withinSeconds = 15)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(withinSeconds));
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
                Assert.Fail($"Within {withinSeconds} s it did not come true that {what}.");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public static Task TrueAsync(Func<bool> condition, string what, int withinSeconds = 15) =>
        TrueAsync(() => Task.FromResult(condition()), what, withinSeconds);
}
