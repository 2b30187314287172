using System.Text;

namespace HotGigs.Core.Reading;

/// <summary>Encodings of the time before Unicode.</summary>
internal static class CodePages
{
    public static Encoding Windows1252 { get; } = Get(1252) ?? Encoding.Latin1;

    /// <summary>Null for a number that is no known code page.</summary>
    public static Encoding? Get(int codePage)
    {
        if (codePage is 65001)
            return Encoding.UTF8;
        if (codePage is <= 0 or > ushort.MaxValue or 65000)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(codePage);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>By its name on the web or in a mail header; null for an unknown one.</summary>
    public static Encoding? Get(string name)
    {
        try
        {
            var trimmed = name.Trim('"', '\'', ' ');
            if (trimmed.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase))
                return null;
            return CodePagesEncodingProvider.Instance.GetEncoding(trimmed) ?? Encoding.GetEncoding(trimmed);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
