using System.Text;
using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Marked content of one stream: layers, and ActualText that stands for glyphs (ISO 32000-1, 14.6 and 14.9.4).</summary>
internal sealed class MarkedContent(ContentContext context, PdfDictionary? properties)
{
    private const int MaxOpen = 256;
    private readonly Stack<Sequence> _open = new();
    private readonly bool _layerWasOff = context.Text.LayerIsOff;
    private int _beyond;

    public void Begin(string tag, in Operand operand)
    {
        if (_open.Count >= MaxOpen)
        {
            _beyond++;
            return;
        }

        var dictionary = operand.Dictionary
            ?? (properties is not null && operand.Name.Length > 0 ? context.File.GetDictionary(properties, operand.Name) : null);
        var isOff = tag == "OC" && context.Layers.IsOff(dictionary);
        var replacement = dictionary is not null && context.File.Get(dictionary, "ActualText") is PdfString text ? TextStrings.Decode(text.Bytes) : null;
        _open.Push(new Sequence(context.Canvas.GlyphCount, replacement, isOff));
        context.Text.LayerIsOff |= isOff;
    }

    public void End()
    {
        if (_beyond > 0)
        {
            _beyond--;
            return;
        }

        if (!_open.TryPop(out var sequence))
            return;
        if (sequence.LayerIsOff)
            context.Text.LayerIsOff = _layerWasOff || _open.Any(open => open.LayerIsOff);
        if (sequence.Replacement is not null)
            Replace(sequence.FirstGlyph, sequence.Replacement);
    }

    public void EndAll()
    {
        _beyond = 0;
        while (_open.Count > 0)
            End();
    }

    /// <summary>
    /// Takes the stated text where the glyphs do not tell theirs, or tell it in another shape (ligatures, hyphens).
    /// Text that says much more than the glyphs show is nobody's reading of them: it goes to the hidden text.
    /// </summary>
    private void Replace(int first, string replacement)
    {
        var glyphs = context.Canvas.Glyphs[first..];
        if (glyphs.IsEmpty)
            return;
        var shown = new StringBuilder();
        foreach (ref readonly var glyph in glyphs)
            shown.Append(glyph.Text);
        var painted = Letters(shown.ToString());
        var stated = Letters(replacement);
        if (stated == painted)
            return;
        var isReadable = IsReadable(painted, glyphs[0]);
        if ((isReadable && !IsReshaped(painted, stated) && !IsAddressOf(painted, replacement))
            || replacement.Length > 20 + (8 * glyphs.Length))
        {
            if (glyphs[0].Hidden is null)
                context.Canvas.Add(glyphs[0] with { Text = replacement, Hidden = HiddenReason.InvisibleRenderMode });
            return;
        }

        if (!StandOnOneLine(glyphs))
        {
            if (isReadable)
                return;
        }
        else
        {
            (glyphs[0].EndX, glyphs[0].EndY) = (glyphs[^1].EndX, glyphs[^1].EndY);
        }

        glyphs[0].Text = replacement;
        foreach (ref var glyph in glyphs[1..])
            glyph.Text = "";
    }

    /// <summary>Most of the letters are the same: a hyphen, a ligature or small capitals make the difference.</summary>
    private static bool IsReshaped(string painted, string stated)
    {
        if (Math.Abs(painted.Length - stated.Length) > 2 + (painted.Length / 4))
            return false;
        if (painted.Length <= 3)
            return true;
        var rest = painted.ToUpperInvariant().ToList();
        var common = stated.ToUpperInvariant().Count(rest.Remove);
        return common >= 0.7 * Math.Max(painted.Length, stated.Length);
    }

    private static bool IsReadable(string painted, in Glyph glyph) =>
        !glyph.Font.IsIcons && !painted.Contains('\uFFFD', StringComparison.Ordinal) && painted.Any(char.IsLetterOrDigit);

    /// <summary>A name with the whole address behind it, as some templates write profiles.</summary>
    private static bool IsAddressOf(string painted, string stated) =>
        stated.Contains(painted, StringComparison.OrdinalIgnoreCase) && !stated.Any(char.IsWhiteSpace) && stated.Length <= 30 + (4 * painted.Length);

    private static string Letters(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u00AD' or '\u200B'))
                result.Append(c);
        }

        return result.ToString();
    }

    private static bool StandOnOneLine(ReadOnlySpan<Glyph> glyphs)
    {
        foreach (ref readonly var glyph in glyphs)
        {
            if (Math.Abs(glyph.Y - glyphs[0].Y) > 0.3f * glyph.Size && Math.Abs(glyph.X - glyphs[0].X) > 0.3f * glyph.Size)
                return false;
        }

        return true;
    }

    private readonly record struct Sequence(int FirstGlyph, string? Replacement, bool LayerIsOff);
}
