using System.Text;

namespace HotGigs.Core.Reading.Pdf.Words;

/// <summary>Composes accents that are painted as glyphs of their own over or under a letter, as TeX does.</summary>
internal static class Accents
{
    /// <summary>NUL for what is no spacing accent.</summary>
    public static char Combining(char accent) => accent switch
    {
        '¨' => '\u0308',
        '´' => '\u0301',
        '`' => '\u0300',
        'ˆ' => '\u0302',
        '˜' => '\u0303',
        '¸' => '\u0327',
        '˚' => '\u030A',
        'ˇ' => '\u030C',
        '˝' => '\u030B',
        '˘' => '\u0306',
        '˙' => '\u0307',
        '˛' => '\u0328',
        '¯' => '\u0304',
        _ => '\0',
    };

    public static string Compose(string letter, char combining)
    {
        // The accent replaces the dot of the letter it stands on.
        var plain = letter switch
        {
            "ı" => "i",
            "ȷ" => "j",
            _ => letter,
        };
        return (plain + combining).Normalize(NormalizationForm.FormC);
    }
}
