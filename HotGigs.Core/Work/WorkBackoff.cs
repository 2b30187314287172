namespace HotGigs.Core.Work;

/// <summary>Pauses that double and never fall into step with each other.</summary>
internal sealed class WorkBackoff(TimeSpan start, TimeSpan max)
{
    private readonly Random _random = new();
    private readonly Lock _lock = new();

    /// <param name="attempt">1 for the first failure.</param>
    /// <returns>0.75 to 1.25 times start × 2^(attempt − 1), and never above 1.25 times the longest pause.</returns>
    public TimeSpan After(int attempt)
    {
        double jitter;
        lock (_lock)
            jitter = 0.75 + (_random.NextDouble() / 2);
        return Math.Min(max.TotalSeconds, start.TotalSeconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 30))) * jitter * TimeSpan.FromSeconds(1);
    }
}
