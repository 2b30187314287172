using NUnit.Framework;

namespace HotGigs.Tests.Support;

/// <summary>Files that lie beside the checkout and are never copied into it; tests that need them are skipped without them.</summary>
internal static class SharedCorpus
{
    /// <summary>A path under the nearest folder <c>shared/corpus</c> on the way up; null when there is none.</summary>
    public static string? Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine([folder.FullName, "shared", "corpus", .. path]);
            if (Path.Exists(candidate))
                return candidate;
        }

        return null;
    }

    public static string Require(params string[] path)
    {
        var found = Find(path);
        if (found is null)
            Assert.Ignore($"There is no shared/corpus/{string.Join('/', path)} beside the checkout.");
        return found!;
    }
}
