namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Ligatures of an OpenType program (table GSUB, lookup type 4): browsers print them without saying what they stand for.</summary>
internal static class LigatureTable
{
    private const int LigatureLookup = 4;
    private const int ExtensionLookup = 7;
    private const int MaxLigatures = 4_096;
    private const int MostComponents = 4;

    /// <summary>Glyphs of each ligature by the ligature's own glyph.</summary>
    /// <param name="table">Offset of the table.</param>
    public static Dictionary<int, int[]> Read(BigEndian data, long table)
    {
        var result = new Dictionary<int, int[]>();
        var lookups = table + data.U16(table + 8);
        var count = Math.Min(data.U16(lookups), 256);
        for (var i = 0; i < count; i++)
        {
            var lookup = lookups + data.U16(lookups + 2 + (i * 2));
            var kind = data.U16(lookup);
            var subtables = Math.Min(data.U16(lookup + 4), 256);
            for (var s = 0; s < subtables; s++)
            {
                var subtable = lookup + data.U16(lookup + 6 + (s * 2));
                if (kind == LigatureLookup)
                    ReadSubtable(data, subtable, result);
                else if (kind == ExtensionLookup && data.U16(subtable + 2) == LigatureLookup)
                    ReadSubtable(data, subtable + data.U32(subtable + 4), result);
            }
        }

        return result;
    }

    private static void ReadSubtable(BigEndian data, long subtable, Dictionary<int, int[]> result)
    {
        var first = Covered(data, subtable + data.U16(subtable + 2));
        var sets = Math.Min(data.U16(subtable + 4), first.Count);
        for (var i = 0; i < sets; i++)
        {
            var set = subtable + data.U16(subtable + 6 + (i * 2));
            var ligatures = Math.Min(data.U16(set), 64);
            for (var k = 0; k < ligatures && result.Count < MaxLigatures; k++)
            {
                var ligature = set + data.U16(set + 2 + (k * 2));
                var components = data.U16(ligature + 2);
                if (components is < 2 or > MostComponents)
                    continue;
                var glyphs = new int[components];
                glyphs[0] = first[i];
                for (var c = 1; c < components; c++)
                    glyphs[c] = data.U16(ligature + 4 + ((c - 1) * 2));
                result.TryAdd(data.U16(ligature), glyphs);
            }
        }
    }

    /// <summary>Glyphs of a coverage table, in its order.</summary>
    private static List<int> Covered(BigEndian data, long coverage)
    {
        var result = new List<int>();
        var count = data.U16(coverage + 2);
        if (data.U16(coverage) == 1)
        {
            for (var i = 0; i < count && coverage + 4 + (i * 2) < data.Length; i++)
                result.Add(data.U16(coverage + 4 + (i * 2)));
            return result;
        }

        for (var i = 0; i < count && coverage + 4 + (i * 6) < data.Length; i++)
        {
            var range = coverage + 4 + (i * 6);
            for (var glyph = data.U16(range); glyph <= data.U16(range + 2) && result.Count < MaxLigatures; glyph++)
                result.Add(glyph);
        }

        return result;
    }
}
