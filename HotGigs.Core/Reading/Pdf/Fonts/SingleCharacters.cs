namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>One string for each character of the lower code points: most glyphs are one of them.</summary>
internal static class SingleCharacters
{
    private static readonly string?[] Known = new string?[0x500];

    public static string Of(char character) =>
        character < Known.Length ? Known[character] ??= character.ToString() : character.ToString();
}
