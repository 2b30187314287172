using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Content;

internal enum ColorSpace
{
    /// <summary>Colours in it are not worked out.</summary>
    Unknown,
    Gray,
    Rgb,
    Cmyk,

    /// <summary>One ink that prints black.</summary>
    BlackInk,

    /// <summary>Inks of unknown colour; none of them at all is paper white.</summary>
    Inks,
}

/// <summary>Works out colours as far as telling hidden from visible text needs it (ISO 32000-1, 8.6).</summary>
internal static class Colors
{
    public const int White = 0xFFFFFF;

    /// <summary>Largest difference per channel at which a person no longer sees text.</summary>
    private const int Indistinct = 12;

    public static ColorSpace Space(PdfFile file, PdfDictionary? resources, object? value, int depth = 0)
    {
        const int MaxAliases = 4;
        value = file.Resolve(value);
        if (value is PdfName name)
        {
            switch (name.Value)
            {
                case "DeviceGray" or "CalGray" or "G":
                    return ColorSpace.Gray;
                case "DeviceRGB" or "CalRGB" or "RGB":
                    return ColorSpace.Rgb;
                case "DeviceCMYK" or "CMYK":
                    return ColorSpace.Cmyk;
            }

            return depth < MaxAliases && resources is not null
                && file.GetDictionary(resources, "ColorSpace") is { } spaces && spaces.TryGetValue(name.Value, out var named)
                ? Space(file, resources, named, depth + 1)
                : ColorSpace.Unknown;
        }

        if (value is not PdfArray { Count: > 0 } array || file.Resolve(array[0]) is not PdfName family)
            return ColorSpace.Unknown;
        switch (family.Value)
        {
            case "CalGray":
                return ColorSpace.Gray;
            case "CalRGB":
                return ColorSpace.Rgb;
            case "ICCBased" when array.Count > 1 && file.Resolve(array[1]) is PdfStream profile:
                return file.GetNumber(profile.Dictionary, "N") switch
                {
                    1 => ColorSpace.Gray,
                    3 => ColorSpace.Rgb,
                    4 => ColorSpace.Cmyk,
                    _ => ColorSpace.Unknown,
                };
            case "Separation" when array.Count > 1:
                return file.Resolve(array[1]) is PdfName { Value: "Black" or "All" } ? ColorSpace.BlackInk : ColorSpace.Inks;
            case "DeviceN":
                return ColorSpace.Inks;
            default:
                return array.Count == 1 && depth < MaxAliases ? Space(file, resources, family, depth + 1) : ColorSpace.Unknown;
        }
    }

    /// <summary>The colour a space starts with.</summary>
    public static int? Initial(ColorSpace space) => space is ColorSpace.Gray or ColorSpace.Rgb or ColorSpace.Cmyk or ColorSpace.BlackInk ? 0 : null;

    /// <returns>0xRRGGBB; null when not known.</returns>
    public static int? Rgb(ColorSpace space, ReadOnlySpan<double> components)
    {
        switch (space)
        {
            case ColorSpace.Gray when components.Length >= 1:
                return Pack(components[0], components[0], components[0]);
            case ColorSpace.Rgb when components.Length >= 3:
                return Pack(components[0], components[1], components[2]);
            case ColorSpace.Cmyk when components.Length >= 4:
                var light = 1 - components[3];
                return Pack((1 - components[0]) * light, (1 - components[1]) * light, (1 - components[2]) * light);
            case ColorSpace.BlackInk when components.Length >= 1:
                return Pack(1 - components[0], 1 - components[0], 1 - components[0]);
            case ColorSpace.Inks when components.Length >= 1 && components.IndexOfAnyExcept(0) < 0:
                return White;
            default:
                return null;
        }
    }

    public static bool LookAlike(int first, int second) =>
        Math.Abs((first >> 16) - (second >> 16)) <= Indistinct
        && Math.Abs(((first >> 8) & 0xFF) - ((second >> 8) & 0xFF)) <= Indistinct
        && Math.Abs((first & 0xFF) - (second & 0xFF)) <= Indistinct;

    private static int Pack(double red, double green, double blue) => (Channel(red) << 16) | (Channel(green) << 8) | Channel(blue);

    private static int Channel(double value) => double.IsFinite(value) ? (int)Math.Round(Math.Clamp(value, 0, 1) * 255) : 0;
}
