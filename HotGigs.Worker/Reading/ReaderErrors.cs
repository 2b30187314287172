namespace HotGigs.Worker.Reading;

/// <summary>A child's error output: its first line says of what it died; the rest is thrown away so that it never blocks the child.</summary>
internal static class ReaderErrors
{
    private const int MaxLine = 200;

    public static async Task<string> DrainAsync(StreamReader errors)
    {
        var first = "";
        var buffer = new char[4096];
        try
        {
            int read;
            while ((read = await errors.ReadAsync(buffer, CancellationToken.None)) > 0)
                if (first.Length < MaxLine)
                    first += new string(buffer, 0, Math.Min(read, MaxLine - first.Length));
        }
        catch (IOException)
        {
            // It was killed while it wrote.
        }

        var end = first.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? first : first[..end];
    }

    /// <summary>The runtime's own last words when the heap's hard limit can't be met by an exception.</summary>
    public static bool IsOutOfMemory(string firstLine) =>
        firstLine.StartsWith("Out of memory", StringComparison.OrdinalIgnoreCase) || firstLine.Contains("OutOfMemoryException", StringComparison.Ordinal);
}
