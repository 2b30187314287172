using System.Text;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>
/// What the glyph numbers of Adobe's character collections mean, where a font names no other source. The collections list
/// the characters of a national standard in its own order, so the start of each row and a code page give the rest.
/// </summary>
internal sealed class CidCollection
{
    private const int FirstAsciiCid = 1;
    private const int LastAsciiCid = 95;

    /// <summary>Code page, first and last lead byte, first and last trail byte, CID of the first character.</summary>
    private static readonly Dictionary<string, (int CodePage, (int Row, int Last, int First, int End, int Cid)[] Blocks)> Known = new()
    {
        ["GB1"] = (936,
        [
            (0xA1, 0xA1, 0xA1, 0xFE, 96), (0xA2, 0xA2, 0xB1, 0xE2, 190), (0xA3, 0xA3, 0xA1, 0xFE, 262), (0xA4, 0xA4, 0xA1, 0xF3, 356),
            (0xB0, 0xD6, 0xA1, 0xFE, 939), (0xD7, 0xD7, 0xA1, 0xF9, 4_605), (0xD8, 0xF7, 0xA1, 0xFE, 4_694),
        ]),
        ["Japan1"] = (51_932,
        [
            (0xA1, 0xA1, 0xA1, 0xFE, 633), (0xA3, 0xA3, 0xB0, 0xB9, 780), (0xA3, 0xA3, 0xC1, 0xDA, 790), (0xA3, 0xA3, 0xE1, 0xFA, 816),
            (0xA4, 0xA4, 0xA1, 0xF3, 842), (0xA5, 0xA5, 0xA1, 0xF6, 925), (0xB0, 0xCE, 0xA1, 0xFE, 1_125), (0xCF, 0xCF, 0xA1, 0xD3, 4_039),
            (0xD0, 0xF3, 0xA1, 0xFE, 4_090), (0xF4, 0xF4, 0xA1, 0xA4, 7_474),
        ]),
        ["Korea1"] = (949, [(0xA1, 0xA1, 0xA1, 0xFE, 101), (0xB0, 0xC8, 0xA1, 0xFE, 1_086), (0xCA, 0xFD, 0xA1, 0xFE, 3_436)]),
    };

    private readonly Encoding _encoding;
    private readonly (int Row, int Last, int First, int End, int Cid)[] _blocks;

    private CidCollection(Encoding encoding, (int Row, int Last, int First, int End, int Cid)[] blocks) =>
        (_encoding, _blocks) = (encoding, blocks);

    /// <param name="ordering">The Ordering entry of CIDSystemInfo.</param>
    public static CidCollection? Find(string ordering)
    {
        if (!Known.TryGetValue(ordering, out var known))
            return null;
        return new CidCollection(CodePagesEncodingProvider.Instance.GetEncoding(known.CodePage)!, known.Blocks);
    }

    public string? Text(int cid)
    {
        if (cid is >= FirstAsciiCid and <= LastAsciiCid)
            return SingleCharacters.Of((char)(cid - FirstAsciiCid + ' '));
        foreach (var (row, last, first, end, start) in _blocks)
        {
            var width = end - first + 1;
            var index = cid - start;
            if (index < 0 || index >= width * (last - row + 1))
                continue;
            var text = _encoding.GetString([(byte)(row + (index / width)), (byte)(first + (index % width))]);
            return text.Length == 1 && text[0] != '\uFFFD' ? text : null;
        }

        return null;
    }
}
