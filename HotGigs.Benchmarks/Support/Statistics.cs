using System.Globalization;

namespace HotGigs.Benchmarks.Support;

internal static class Statistics
{
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    /// <returns>The smallest value with at least that share of all values at or below it (nearest rank).</returns>
    internal static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    internal static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    internal static string Show(double value, int digits = 2) => value.ToString("F" + digits, CultureInfo.InvariantCulture);

    internal static string Megabytes(double bytes) => Show(bytes / (1024 * 1024), 0) + " MB";
}
