using System.Buffers;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Skills;

/// <summary>Tells whether a word stands inside a web or e-mail address: a profile on GitHub's site is no skill in Git.</summary>
internal static class AddressRule
{
    /// <summary>Addresses longer than this are judged by their near part.</summary>
    private const int Reach = 120;

    private static readonly SearchValues<string> AddressParts =
        SearchValues.Create(["://", "www.", "@", "mailto:", ".com/", ".org/", ".io/", ".net/", ".dev/"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Endings = [".com", ".org", ".io", ".dev", ".edu", ".co", ".me"];

    public static bool IsInside(string text, TextSpan span)
    {
        int start = span.Start;
        while (start > 0 && span.Start - start < Reach && !char.IsWhiteSpace(text[start - 1]))
            start--;
        int end = span.End;
        while (end < text.Length && end - span.End < Reach && !char.IsWhiteSpace(text[end]))
            end++;
        if (end - start == span.Length)
            return false;

        ReadOnlySpan<char> before = text.AsSpan(start..span.Start);
        ReadOnlySpan<char> behind = text.AsSpan(span.End..end);
        if (before.ContainsAny(AddressParts) || behind.ContainsAny(AddressParts))
            return true;
        ReadOnlySpan<char> tail = behind.TrimEnd(".,;:)]|");
        foreach (string ending in Endings)
        {
            if (tail.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
