namespace HotGigs.Benchmarks.Drills;

/// <summary>Damages files in the ways that find bugs in readers. The same number gives the same damage.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> others, int seed)
{
    private const int MaxChanges = 8;
    private const int MaxChunk = 4096;

    private static readonly string[] Numbers = ["0", "-1", "1", "255", "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "99999999999"];

    internal byte[] Mutate(byte[] file, int number)
    {
        // Nothing secret hangs on these numbers; they only have to repeat.
        var random = new Random(unchecked((seed * 1_000_003) + number));
        for (var changes = random.Next(1, MaxChanges); changes > 0 && file.Length > 0; changes--)
        {
            file = random.Next(6) switch
            {
                0 or 1 => FlipBytes(file, random),
                2 => EditNumber(file, random),
                3 => Duplicate(file, random),
                4 => Splice(file, random),
                _ => random.Next(3) == 0 ? file[..random.Next(file.Length)] : FlipBytes(file, random),
            };
        }

        return file;
    }

    private static byte[] FlipBytes(byte[] file, Random random)
    {
        var changed = (byte[])file.Clone();
        for (var flips = random.Next(1, 16); flips > 0; flips--)
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    /// <summary>Lengths, offsets and counts are what readers believe.</summary>
    private static byte[] EditNumber(byte[] file, Random random)
    {
        var start = random.Next(file.Length);
        while (start < file.Length && !char.IsAsciiDigit((char)file[start]))
            start++;
        var end = start;
        while (end < file.Length && char.IsAsciiDigit((char)file[end]))
            end++;
        var replacement = Numbers[random.Next(Numbers.Length)].Select(c => (byte)c).ToArray();
        return [.. file.AsSpan(0, start), .. replacement, .. file.AsSpan(end)];
    }

    private static byte[] Duplicate(byte[] file, Random random)
    {
        var chunk = Chunk(file, random);
        var at = random.Next(file.Length);
        return [.. file.AsSpan(0, at), .. chunk, .. file.AsSpan(at)];
    }

    /// <summary>A piece of another file over a piece of this one.</summary>
    private byte[] Splice(byte[] file, Random random)
    {
        var changed = (byte[])file.Clone();
        var chunk = Chunk(others[random.Next(others.Count)], random);
        var at = random.Next(changed.Length);
        chunk[..Math.Min(chunk.Length, changed.Length - at)].CopyTo(changed.AsSpan(at));
        return changed;
    }

    private static ReadOnlySpan<byte> Chunk(byte[] file, Random random)
    {
        if (file.Length == 0)
            return [];
        var start = random.Next(file.Length);
        return file.AsSpan(start, Math.Min(random.Next(1, MaxChunk), file.Length - start));
    }
}
