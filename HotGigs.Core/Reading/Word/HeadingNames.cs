namespace HotGigs.Core.Reading.Word;

/// <summary>Names of the built-in heading styles, as Word and other programs write them in several languages.</summary>
internal static class HeadingNames
{
    private static readonly string[] Names =
    [
        "heading", "überschrift", "titre", "título", "titulo", "encabezado", "titolo", "kop", "nagłówek", "başlık", "rubrik", "overskrift",
        "otsikko", "nadpis", "címsor", "заголовок", "标题", "標題", "見出し", "제목", "عنوان", "επικεφαλίδα", "titlu",
    ];

    /// <summary>The level a style's name stands for: 1 to 9, or null.</summary>
    public static int? LevelOf(string? styleName)
    {
        var name = styleName?.Trim().ToLowerInvariant() ?? "";
        if (name.Length < 2 || name[^1] is < '1' or > '9')
            return null;
        var words = name[..^1].TrimEnd();
        return Array.Exists(Names, known => known == words) ? name[^1] - '0' : null;
    }
}
