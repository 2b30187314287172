using System.Text;
using System.Text.RegularExpressions;

namespace HotGigs.Core.Reading;

/// <summary>Plain forms of text that was dressed up so that word lists miss it: base64, letters of one script posing as those of another.</summary>
internal static partial class DisguisedText
{
    private const int MaxBlocks = 20;
    private const int MaxDecoded = 10_000;

    private const string LookAlikes = "АаВЕеЗКМНОоРрСсТУуХхІіЈјЅѕԁԛԝһΑΒΕΖΗΙΚΜΝΟοΡΤΥΧν";
    private const string Latin = "AaBEe3KMHOoPpCcTYyXxIiJjSsdqwhABEZHIKMNOoPTYXv";

    /// <summary>Each plain form found; none for text that is what it seems.</summary>
    public static List<string> Find(ReadOnlySpan<char> text)
    {
        var found = new List<string>();
        foreach (var match in Base64().EnumerateMatches(text))
        {
            if (found.Count >= MaxBlocks)
                break;
            if (Decode(text.Slice(match.Index, match.Length)) is { } plain)
                found.Add(plain);
        }

        if (MixesScripts(text))
            found.Add(Fold(text));
        return found;
    }

    /// <summary>Null when the bytes are no ASCII text: keys and checksums are not.</summary>
    private static string? Decode(ReadOnlySpan<char> block)
    {
        var digits = string.Concat(block.ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        digits = digits[..(digits.Length / 4 * 4)];
        var bytes = new byte[digits.Length / 4 * 3];
        if (!Convert.TryFromBase64String(digits, bytes, out var length))
            return null;
        var plain = Encoding.ASCII.GetString(bytes, 0, Math.Min(length, MaxDecoded));
        return plain.All(c => c is >= ' ' and <= '~' or '\n' or '\r' or '\t') ? plain : null;
    }

    /// <summary>Two words or more with letters of two scripts; one may be a slip of the keyboard.</summary>
    private static bool MixesScripts(ReadOnlySpan<char> text)
    {
        var (mixed, latin, other) = (0, false, false);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                mixed += latin && other ? 1 : 0;
                if (mixed >= 2)
                    return true;
                (latin, other) = (false, false);
            }
            else if (char.IsAsciiLetter(c))
            {
                latin = true;
            }
            else
            {
                other |= LookAlikes.Contains(c, StringComparison.Ordinal);
            }
        }

        return mixed + (latin && other ? 1 : 0) >= 2;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            folded.Append(LookAlikes.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Latin[at] : c);
        return folded.ToString();
    }

    [GeneratedRegex(@"[A-Za-z0-9+/]{40,}(\s+[A-Za-z0-9+/]{8,})*={0,2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
