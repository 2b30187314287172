using System.Text;

namespace HotGigs.Core.Reading;

/// <summary>Brings text of any source to the canonical form: NFC, no ligatures, no controls, no invisible characters.</summary>
public static class TextCleaning
{
    /// <summary>So many characters without width in one part are no typesetting: they can spell a message in bits.</summary>
    private const int ZeroWidthMessage = 8;

    /// <summary>Cleans one part of a line; invisible characters that could carry a message go to the builder's hidden text.</summary>
    public static string Clean(string text, DocumentBuilder? builder = null)
    {
        var plain = true;
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' && c != '\t')
            {
                plain = false;
                break;
            }
        }

        if (plain)
            return text;
        var result = new StringBuilder(text.Length);
        StringBuilder? invisible = null;
        var odd = 0;
        var zeroWidth = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\t':
                    result.Append('\t');
                    break;
                case '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000:
                    result.Append(' ');
                    break;
                case < 0x20 or (>= 0x7F and <= 0x9F):
                    odd++;
                    break;
                case 0xAD:
                    break;
                case 0x200B or 0x2060 or 0xFEFF:
                    zeroWidth++;
                    break;
                case 0x200C or 0x200D:
                    // Joiners shape Persian, Indic and emoji text; elsewhere they only split words.
                    if (result.Length > 0 && result[^1] > 0x05FF)
                        result.Append((char)rune.Value);
                    else
                        zeroWidth++;
                    break;
                case (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2061 and <= 0x206F) or 0x061C:
                    odd++;
                    break;
                case >= 0xE0000 and <= 0xE007F:
                    // Tag characters are invisible ASCII: a known carrier of hidden instructions.
                    if (rune.Value is >= 0xE0020 and <= 0xE007E)
                        (invisible ??= new StringBuilder()).Append((char)(rune.Value - 0xE0000));
                    break;
                case >= 0xFB00 and <= 0xFB06:
                    result.Append(((char)rune.Value).ToString().Normalize(NormalizationForm.FormKC));
                    break;
                case 0xFFFD:
                    odd++;
                    result.Append('\uFFFD');
                    break;
                default:
                    result.Append(rune.ToString());
                    break;
            }
        }

        if (odd > 0)
            builder?.Warn(ReadingWarningKind.UnusualCharacters, odd);
        if (zeroWidth >= ZeroWidthMessage)
            builder?.AddHidden(string.Concat(text.Where(c => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')), HiddenReason.ZeroWidth);
        if (invisible is not null)
            builder?.AddHidden(invisible.ToString(), HiddenReason.ZeroWidth);
        return result.ToString().Normalize(NormalizationForm.FormC);
    }
}
