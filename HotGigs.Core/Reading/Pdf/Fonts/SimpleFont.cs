namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>A Type1, TrueType or Type3 font: codes of one byte.</summary>
/// <param name="text">What the 256 codes mean.</param>
/// <param name="advances">Of the 256 codes, for size 1.</param>
internal sealed class SimpleFont(FontStyle style, string?[] text, double[] advances, double glyphScale) : PdfFont(style)
{
    public override double GlyphScale => glyphScale;

    public override int NextCode(ReadOnlySpan<byte> text, ref int at, out int length)
    {
        length = 1;
        return text[at++];
    }

    public override double Advance(int code) => advances[code & 0xFF];

    public override string? Text(int code) => text[code & 0xFF];
}
