namespace HotGigs.Core.Reading.Layout;

/// <summary>How a whole line looks; a change of it parts a heading from the text below.</summary>
/// <param name="Bold">All of it; null when only a part is.</param>
/// <param name="Color">Of all of it; null when it changes within the line or is not known.</param>
/// <param name="Capitals">It has letters of which none is lower-case.</param>
internal readonly record struct LineStyle(float Size, bool? Bold, bool? Italic, int? Color, bool Capitals, bool Cased)
{
    public static LineStyle Of(LayoutLine line)
    {
        bool? bold = null, italic = null;
        int? color = null;
        bool mixedBold = false, mixedItalic = false, mixedColor = false, lower = false;
        var upper = 0;
        var start = true;
        foreach (var word in line.Words.Skip(line.ListItem ? 1 : 0))
        {
            mixedBold |= !start && bold != word.Bold;
            mixedItalic |= !start && italic != word.Italic;
            mixedColor |= !start && color != word.Color;
            (bold, italic, color, start) = (word.Bold, word.Italic, word.Color, false);
            foreach (var c in word.Text)
            {
                lower |= char.IsLower(c);
                upper += char.IsUpper(c) ? 1 : 0;
            }
        }

        const int FewestCapitals = 4;
        return new LineStyle(
            line.Size, mixedBold ? null : bold, mixedItalic ? null : italic, mixedColor ? null : color, !lower && upper >= FewestCapitals, lower);
    }

    public bool DiffersFrom(LineStyle other)
    {
        const float SameSize = 0.07f;
        return Math.Abs(Size - other.Size) > SameSize * Math.Max(Size, other.Size) || Differ(Bold, other.Bold) || Differ(Italic, other.Italic)
            || Color is { } color && other.Color is { } otherColor && color != otherColor
            || Capitals && other.Cased || other.Capitals && Cased;
    }

    private static bool Differ(bool? a, bool? b) => a is not null && b is not null && a != b;
}
