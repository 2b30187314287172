namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>What showing text needs of a font: codes, advances and what the codes mean.</summary>
internal abstract class PdfFont(FontStyle style)
{
    /// <summary>Without the subset prefix.</summary>
    public string Name { get; } = style.Name;

    public bool Bold { get; } = style.Bold;

    public bool Italic { get; } = style.Italic;

    /// <summary>Its glyphs are pictures, whatever letters they are mapped to.</summary>
    public bool IsIcons { get; } = style.IsIcons;

    /// <summary>Text runs downward.</summary>
    public virtual bool Vertical => false;

    /// <summary>Size of the glyphs in relation to the font size: 1, but for Type3 fonts with a glyph space of their own.</summary>
    public virtual double GlyphScale => 1;

    /// <summary>Takes the next character code.</summary>
    /// <param name="length">Its bytes; word spacing applies to code 32 of one byte.</param>
    public abstract int NextCode(ReadOnlySpan<byte> text, ref int at, out int length);

    /// <summary>Horizontal advance in text space, for size 1.</summary>
    public abstract double Advance(int code);

    /// <summary>Null when nothing tells what the code means.</summary>
    public abstract string? Text(int code);
}
