using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>What the property list of a paragraph says.</summary>
internal readonly record struct DocParagraphFormat(int Style, bool InTable, bool EndsRow, bool ListItem, bool Shaded, int? OutlineLevel)
{
    /// <summary>Style numbers 1 to 9 are the built-in headings in every document.</summary>
    public int? HeadingLevel => OutlineLevel is >= 0 and <= 8 ? OutlineLevel + 1 : Style is >= 1 and <= 9 ? Style : null;

    public static DocParagraphFormat Read(ReadOnlySpan<byte> list)
    {
        if (list.Length < 2)
            return default;
        var format = new DocParagraphFormat { Style = list[0] | (list[1] << 8) };
        var rest = list[2..];
        while (PropertyChange.TryTake(ref rest, out var change))
        {
            format = change.Code switch
            {
                0x2416 => format with { InTable = change.IsOn },
                0x2417 => format with { EndsRow = change.IsOn },
                0x460B => format with { ListItem = change.Value != 0 },
                0x442D or 0xC64D => format with { Shaded = true },
                0x2640 => format with { OutlineLevel = change.Value },
                _ => format,
            };
        }

        return format;
    }
}

/// <summary>What the property list of a stretch of characters says.</summary>
internal readonly record struct DocCharacterFormat(FlowStyle Style, bool Deleted, bool Shaded, char? Symbol)
{
    private const int White = 0xFFFFFF;

    /// <summary>The 16 colours of the old palette, from 1 on.</summary>
    private static readonly int[] Palette =
    [
        0x000000, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFF00FF, 0xFF0000, 0xFFFF00, White, 0x000080, 0x008080, 0x008000, 0x800080, 0x800000,
        0x808000, 0x808080, 0xC0C0C0,
    ];

    public static DocCharacterFormat Read(ReadOnlySpan<byte> list)
    {
        var format = default(DocCharacterFormat);
        var rest = list;
        while (PropertyChange.TryTake(ref rest, out var change))
            format = format.With(change);
        return format;
    }

    private DocCharacterFormat With(PropertyChange change)
    {
        switch (change.Code)
        {
            case 0x0835:
                return this with { Style = Style with { Bold = change.IsOn } };
            case 0x0836:
                return this with { Style = Style with { Italic = change.IsOn } };
            case 0x083C:
                return this with { Style = Style with { Hidden = change.IsOn ? HiddenReason.Vanish : Style.Hidden } };
            case 0x0800:
                return this with { Deleted = change.IsOn };
            case 0x4A43:
                var size = change.Value / 2f;
                return this with { Style = Style with { Size = size, Hidden = size <= RunFormat.InvisibleSize ? HiddenReason.TooSmall : Style.Hidden } };
            case 0x2A42:
                return this with { Style = Style with { Color = change.Value is >= 1 and <= 16 ? Palette[change.Value - 1] : null } };
            case 0x6870:
                // Stored as blue, green, red; 0xFF on top is the automatic colour.
                var color = change.Value;
                var rgb = ((color & 0xFF) << 16) | (color & 0xFF00) | ((color >> 16) & 0xFF);
                return this with { Style = Style with { Color = (color >> 24) == 0 ? rgb : null } };
            case 0x4866 or 0xCA71 or 0x2A0C:
                return this with { Shaded = true };
            case 0x6A09 when change.Operand.Length >= 4:
                return this with { Symbol = (char)(change.Operand[2] | (change.Operand[3] << 8)) };
            default:
                return this;
        }
    }

    /// <summary>The style on a plain white page.</summary>
    public FlowStyle OnWhite() =>
        Style.Hidden is null && !Shaded && Style.Color is { } color && ThemeColors.IsInvisible(color, White)
            ? Style with { Hidden = HiddenReason.SameColorAsBackground }
            : Style;
}
