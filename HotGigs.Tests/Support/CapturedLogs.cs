using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HotGigs.Tests.Support;

/// <summary>Keeps what a host logs, for failures to show and for tests that look for what must not be logged.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    internal IEnumerable<string> Lines => _lines.Select(line => line.Line);

    internal string Errors => string.Join('\n', _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line).TakeLast(20));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._lines.Enqueue((logLevel, $"{logLevel} {category}: {formatter(state, exception)} {exception}"));
    }
}
