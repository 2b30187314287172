namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>A Type0 font: codes of one to four bytes, glyphs of a CID font.</summary>
internal sealed class CompositeFont(FontStyle style, CompositeFontParts parts) : PdfFont(style)
{
    public override bool Vertical => parts.Vertical;

    public override int NextCode(ReadOnlySpan<byte> text, ref int at, out int length)
    {
        if (parts.Predefined is { } predefined)
            return predefined.NextCode(text, ref at, out length);
        return parts.Embedded is { } embedded ? embedded.NextCode(text, ref at, out length) : CMap.TwoBytes(text, ref at, out length);
    }

    public override double Advance(int code) =>
        parts.Advances.TryGetValue(Cid(code), out var advance) ? advance : parts.DefaultAdvance;

    public override string? Text(int code)
    {
        if (parts.ToUnicode?.Text(code) is { } text)
            return text;
        if (parts.Predefined is { } predefined)
            return predefined.Text(code);
        var cid = Cid(code);
        return parts.TextOfGlyph?.Invoke(parts.GlyphOfCid is { } map ? map(cid) : cid) ?? parts.Collection?.Text(cid);
    }

    private int Cid(int code) => parts.Embedded?.Cid(code) ?? code;
}

/// <param name="Advances">By CID, for size 1.</param>
/// <param name="Embedded">The CMap when it stands in the file; with neither this nor <paramref name="Predefined"/> codes are CIDs.</param>
/// <param name="GlyphOfCid">Null when glyphs are numbered as CIDs are.</param>
/// <param name="TextOfGlyph">What the font program tells; asked only when ToUnicode is silent.</param>
internal sealed record CompositeFontParts(
    Dictionary<int, double> Advances,
    double DefaultAdvance,
    CMap? ToUnicode,
    CMap? Embedded,
    PredefinedCMap? Predefined,
    CidCollection? Collection,
    Func<int, int>? GlyphOfCid,
    Func<int, string?>? TextOfGlyph,
    bool Vertical);
