namespace HotGigs.Core.Parsing.Dates;

/// <summary>Which numbers are years a career can lie in.</summary>
internal static class Years
{
    public const int Min = 1940;

    public const int Max = 2049;

    public static bool IsYear(int value) => value is >= Min and <= Max;

    /// <summary>Two digits that are a year rather than something else: '50 to '99 and '00 to '39.</summary>
    public static bool IsShort(int value) => value is <= 39 or >= 50;

    public static int Expand(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;
}
