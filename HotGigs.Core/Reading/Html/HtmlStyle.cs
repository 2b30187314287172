using System.Globalization;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Word;

namespace HotGigs.Core.Reading.Html;

/// <summary>How an element looks, as far as its tag and its own style attribute say.</summary>
internal readonly record struct HtmlStyle(FlowStyle Flow, int? Background)
{
    public static HtmlStyle Default { get; } = new(default, 0xFFFFFF);

    /// <summary>The style inside an element.</summary>
    public HtmlStyle Inside(HtmlTokenizer tag, HtmlStyleSheet sheet)
    {
        var style = tag.Name switch
        {
            "b" or "strong" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => this with { Flow = Flow with { Bold = true } },
            "i" or "em" => this with { Flow = Flow with { Italic = true } },
            _ => this,
        };
        if (tag.Attribute("hidden") is not null)
            style = style.Hide(HiddenReason.Vanish);
        if (tag.Attribute("bgcolor") is { } background)
            style = style with { Background = ToColor(background) };
        if (tag.Name == "font" && ToColor(tag.Attribute("color")) is { } color)
            style = style with { Flow = style.Flow with { Color = color } };
        foreach (var rule in sheet.For(tag))
            style = style.With(rule);
        if (tag.Attribute("style") is { } declarations)
            style = style.With(declarations);
        return style.Judged();
    }

    private HtmlStyle With(string declarations)
    {
        var style = this;
        foreach (var declaration in declarations.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                style = style.With(declaration[..colon].Trim().ToLowerInvariant(), declaration[(colon + 1)..].Trim().ToLowerInvariant());
        }

        return style;
    }

    private HtmlStyle With(string property, string value) => (property, value) switch
    {
        ("display", "none") or ("visibility", "hidden") or ("mso-hide", "all") => Hide(HiddenReason.Vanish),
        ("opacity", "0" or "0.0" or "0%") => Hide(HiddenReason.Transparent),
        ("font-weight", _) => this with { Flow = Flow with { Bold = value is "bold" or "bolder" or "600" or "700" or "800" or "900" } },
        ("font-style", _) => this with { Flow = Flow with { Italic = value is "italic" or "oblique" } },
        ("font-size", _) => ToPoints(value) is { } size ? this with { Flow = Flow with { Size = size } } : this,
        ("color", _) => this with { Flow = Flow with { Color = ToColor(value) } },
        ("background" or "background-color", _) => this with { Background = ToColor(value.Split(' ')[0]) },
        ("background-image", not "none") => this with { Background = null },
        _ => this,
    };

    private HtmlStyle Hide(HiddenReason reason) => this with { Flow = Flow with { Hidden = reason } };

    private HtmlStyle Judged()
    {
        if (Flow.Hidden is not null and not HiddenReason.SameColorAsBackground)
            return this;
        if (Flow.Size <= RunFormat.InvisibleSize)
            return Hide(HiddenReason.TooSmall);
        var invisible = Flow.Color is { } color && Background is { } background && ThemeColors.IsInvisible(color, background);
        return this with { Flow = Flow with { Hidden = invisible ? HiddenReason.SameColorAsBackground : null } };
    }

    private static float? ToPoints(string value)
    {
        var (length, factor) = value switch
        {
            _ when value.EndsWith("pt", StringComparison.Ordinal) => (value[..^2], 1f),
            _ when value.EndsWith("px", StringComparison.Ordinal) => (value[..^2], 0.75f),
            "0" => (value, 1f),
            _ => ("", 0f),
        };
        return float.TryParse(length, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * factor : null;
    }

    /// <summary>Null for colours that are not known, transparency included.</summary>
    private static int? ToColor(string? value)
    {
        var color = value?.Trim().ToLowerInvariant() ?? "";
        if (color.StartsWith('#') && color.Length == 4)
            color = string.Concat("#", color[1], color[1], color[2]) + color[2] + color[3] + color[3];
        if (color.StartsWith("rgb(", StringComparison.Ordinal))
        {
            var channels = color[4..].TrimEnd(')').Split(',');
            var rgb = channels.Select(part => byte.TryParse(part.Trim(), CultureInfo.InvariantCulture, out var channel) ? channel : -1).ToList();
            return rgb.Count == 3 && rgb.TrueForAll(channel => channel >= 0) ? (rgb[0] << 16) | (rgb[1] << 8) | rgb[2] : null;
        }

        return color switch
        {
            "white" => 0xFFFFFF,
            "black" => 0,
            "windowtext" => null,
            _ => ThemeColors.ToRgb(color),
        };
    }
}
