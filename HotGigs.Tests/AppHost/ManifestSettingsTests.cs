using System.Text.RegularExpressions;
using HotGigs.AppHost.Local.Model;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

/// <summary>Settings that the manifest hands out are settings that somebody reads: a misspelt one would silently do nothing.</summary>
public sealed class ManifestSettingsTests
{
    private static readonly Manifest Manifest = Manifest.FindAbove(AppContext.BaseDirectory);

    /// <summary>Handed out already, read by features that are still to come: a section leaves this list with its feature.</summary>
    private static readonly string[] StillToCome = ["HotGigs__Ai__", "HotGigs__Google__"];

    private static readonly string[] Keys =
    [
        .. Manifest.Resources.Where(resource => resource.IsProject)
            .SelectMany(resource => resource.Environment.Keys)
            .Where(key => key.StartsWith("HotGigs__", StringComparison.Ordinal) || key.StartsWith("ConnectionStrings__", StringComparison.Ordinal))
            .Distinct()
            .Where(key => !StillToCome.Any(section => key.StartsWith(section, StringComparison.Ordinal))),
    ];

    private static readonly string[] Sources =
    [
        .. new[] { "HotGigs.Core", "HotGigs.Api", "HotGigs.Worker", "HotGigs.ServiceDefaults" }
            .Select(project => Path.Combine(Manifest.Directory, project))
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    [TestCaseSource(nameof(Keys))]
    public void GivenAKeyOfTheManifest_WhenTheSourcesAreRead_ThenSomebodyReadsIt(string key) =>
        Assert.That(Sources.Any(source => Reads(source, key)), Is.True);

    [TestCase("HotGigs__Database__AppPasswort")]
    [TestCase("ConnectionStrings__hotgigsbd")]
    public void GivenAMisspeltKey_WhenTheSourcesAreRead_ThenNobodyReadsIt(string key) =>
        Assert.That(Sources.Any(source => Reads(source, key)), Is.False);

    /// <summary>By its whole name, as a connection name, or as a property of the options class of its section.</summary>
    private static bool Reads(string source, string key)
    {
        var parts = key.Split("__");
        if (parts[0] == "ConnectionStrings") return source.Contains($"\"{parts[1]}\"", StringComparison.Ordinal);
        return source.Contains($"\"{string.Join(':', parts)}\"", StringComparison.Ordinal)
            || (source.Contains($"\"{string.Join(':', parts[..^1])}\"", StringComparison.Ordinal)
                && Regex.IsMatch(source, $@"\b{parts[^1]} \{{ get;", RegexOptions.NonBacktracking));
    }
}
