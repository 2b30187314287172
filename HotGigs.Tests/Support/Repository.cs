namespace HotGigs.Tests.Support;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    /// <summary>C# files written by hand, with their path relative to the root.</summary>
    internal static IEnumerable<(string Path, string Text)> SourceFiles(string folder = ".") =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !relative.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "node_modules")
        select (relative, File.ReadAllText(file));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "HotGigs.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run from within a checkout.");
    }
}
