namespace HotGigs.AppHost.Local.Resources;

/// <summary>One line that a resource, or local mode on its behalf, has said.</summary>
/// <param name="Number">Counts up from 1 for each resource.</param>
internal sealed record LogLine(long Number, DateTimeOffset At, string Text);

/// <summary>The last lines of a resource, secrets blanked out. Safe for concurrent use.</summary>
internal sealed class ResourceLog(TimeProvider clock, Func<string[]> secrets)
{
    /// <summary>Older lines are dropped.</summary>
    private const int MaxLines = 2_000;

    /// <summary>Longer lines are cut.</summary>
    private const int MaxLineLength = 4_000;

    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly ChangeSignal _changed = new();
    private long _last;

    /// <returns>The line as it was kept.</returns>
    internal string Add(string text)
    {
        var clean = Clean(text);
        lock (_lock)
        {
            _lines.Enqueue(new LogLine(++_last, clock.GetUtcNow(), clean));
            if (_lines.Count > MaxLines) _lines.Dequeue();
        }

        _changed.Set();
        return clean;
    }

    internal IReadOnlyList<LogLine> After(long number)
    {
        lock (_lock) return [.. _lines.Where(line => line.Number > number)];
    }

    internal string[] Tail(int count)
    {
        lock (_lock) return [.. _lines.TakeLast(count).Select(line => line.Text)];
    }

    /// <summary>The last lines, from where an exception begins when there is one: its message says more than the end of its stack.</summary>
    internal string[] Why(int count)
    {
        var tail = Tail(count * 4);
        var exception = Array.FindIndex(tail, line => line.Contains("Exception", StringComparison.Ordinal));
        return exception < 0 ? [.. tail.TakeLast(count)] : [.. tail.Skip(exception).Take(count)];
    }

    /// <summary>Waits until there are lines after <paramref name="number"/>, and returns them.</summary>
    internal async Task<IReadOnlyList<LogLine>> WaitAfterAsync(long number, CancellationToken ct)
    {
        while (true)
        {
            var changed = _changed.Next;
            if (After(number) is { Count: > 0 } lines) return lines;
            await changed.WaitAsync(ct);
        }
    }

    private string Clean(string text)
    {
        var line = text.Length > MaxLineLength ? text[..MaxLineLength] + " …" : text;
        foreach (var secret in secrets()) line = line.Replace(secret, "***", StringComparison.Ordinal);
        return line;
    }
}
