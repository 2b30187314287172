using System.Diagnostics;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Counts what reading one file costs and ends it when a limit is met; also collects the warnings.</summary>
internal sealed class PdfBudget(ReadingLimits limits, CancellationToken cancellationToken)
{
    /// <summary>Parsed numbers, strings, names and references; a boxed number costs 32 bytes with its place in an array.</summary>
    public const int MaxObjects = 3_000_000;

    /// <summary>Operators of all content streams, repeated forms counted each time.</summary>
    public const int MaxOperators = 5_000_000;

    /// <summary>Glyphs of one page; about 100 bytes each.</summary>
    public const int MaxGlyphsPerPage = 400_000;

    private const int TicksBetweenTimeChecks = 4_096;
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(1);
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly SortedDictionary<ReadingWarningKind, int> _warnings = [];
    private TimeSpan _deadline = limits.Deadline;
    private int _ticks;
    private int _objects;
    private int _operators;
    private long _decoded;
    private long _characters;

    public ReadingLimits Limits { get; } = limits;

    public IReadOnlyList<ReadingWarning> Warnings => [.. _warnings.Select(warning => new ReadingWarning(warning.Key, warning.Value))];

    /// <summary>Bytes that may still be decoded, of all streams together.</summary>
    public long RemainingDecodedBytes => Math.Max(0, Limits.MaxDecodedBytes - _decoded);

    public void Warn(ReadingWarningKind kind, int count = 1) => _warnings[kind] = _warnings.GetValueOrDefault(kind) + count;

    public bool HasWarned(ReadingWarningKind kind) => _warnings.ContainsKey(kind);

    /// <summary>To be called in every loop whose length the file decides.</summary>
    /// <exception cref="PdfLimitException">The deadline has passed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public void Tick()
    {
        if (++_ticks >= TicksBetweenTimeChecks)
            CheckTime();
    }

    /// <inheritdoc cref="Tick"/>
    public void CheckTime()
    {
        _ticks = 0;
        cancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) > _deadline)
            throw new PdfLimitException(ReadingWarningKind.TimeLimit);
    }

    /// <summary>A limit was met: a little more time to put in order what has been read.</summary>
    public void AllowFinishing() => _deadline = Stopwatch.GetElapsedTime(_started) + Finishing;

    /// <exception cref="PdfLimitException">More than <see cref="MaxObjects"/>.</exception>
    public void CountObject()
    {
        Tick();
        if (++_objects > MaxObjects)
            throw new PdfLimitException(ReadingWarningKind.SizeLimit);
    }

    /// <exception cref="PdfLimitException">More than <see cref="MaxOperators"/>.</exception>
    public void CountOperator()
    {
        Tick();
        if (++_operators > MaxOperators)
            throw new PdfLimitException(ReadingWarningKind.SizeLimit);
    }

    /// <exception cref="PdfLimitException">More than <see cref="ReadingLimits.MaxDecodedBytes"/>.</exception>
    public void CountDecoded(long bytes)
    {
        CheckTime();
        _decoded += bytes;
        if (_decoded > Limits.MaxDecodedBytes)
            throw new PdfLimitException(ReadingWarningKind.SizeLimit);
    }

    /// <summary>Counts visible and hidden characters alike.</summary>
    /// <exception cref="PdfLimitException">More than <see cref="ReadingLimits.MaxCharacters"/>.</exception>
    public void CountCharacters(int count)
    {
        _characters += count;
        if (_characters > Limits.MaxCharacters)
            throw new PdfLimitException(ReadingWarningKind.TextLimit);
    }
}
