namespace HotGigs.AppHost.Local.Resources;

/// <summary>How long to wait before starting again: half a second, doubled for each crash in a row up to half a minute.</summary>
internal sealed class Backoff(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Who has run this long counts as well again.</summary>
    private static readonly TimeSpan WellAfter = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;
    private long _started = clock.GetTimestamp();

    internal void Started() => _started = clock.GetTimestamp();

    internal TimeSpan Next()
    {
        if (clock.GetElapsedTime(_started) > WellAfter) _next = First;
        var delay = _next;
        _next = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, Longest.Ticks));
        return delay;
    }
}
