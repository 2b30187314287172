using System.Diagnostics;

namespace HotGigs.Benchmarks.Support;

/// <summary>The checkout this was built from, and the corpus that may lie beside it.</summary>
internal static class Checkout
{
    internal static string Root { get; } =
        Above("HotGigs.sln") is { } file ? Path.GetDirectoryName(file)! : throw new InvalidOperationException("Not built within a checkout.");

    /// <summary>Files below <c>shared/corpus/…</c>, in a steady order; none when the corpus is not there.</summary>
    internal static IReadOnlyList<string> Corpus(string folder, params string[] extensions)
    {
        if (Above(Path.Combine("shared", "corpus", folder)) is not { } found)
            return [];
        return
        [
            .. Directory.EnumerateFiles(found, "*", SearchOption.AllDirectories)
                .Where(file => extensions.Length == 0 || extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <returns>The commit, and whether source differs from it; results and documents may.</returns>
    internal static string Commit()
    {
        var commit = Git("rev-parse", "--short=10", "HEAD");
        return Git("status", "--porcelain", "--", "*.cs", "*.csproj").Length == 0 ? commit : commit + " with changes";
    }

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Path.Exists(candidate))
                return candidate;
        }

        return null;
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return output;
    }
}
