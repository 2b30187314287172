using System.Text.RegularExpressions;
using System.Xml.Linq;
using HotGigs.Core.Data;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Architecture;

internal sealed partial class DependencyTests
{
    private static readonly string[] PureFolders = ["HotGigs.Core/Reading", "HotGigs.Core/Parsing", "HotGigs.Core/Skills"];

    private static readonly string[] ImpureNamespaces =
        ["Microsoft.EntityFrameworkCore", "Npgsql", "Azure", "StackExchange", "Microsoft.AspNetCore", "HotGigs.Core.Data", "System.Net.Http"];

    [TestCase("HotGigs.Contracts", "")]
    [TestCase("HotGigs.Core", "")]
    [TestCase("HotGigs.ServiceDefaults", "HotGigs.Core")]
    [TestCase("HotGigs.Api", "HotGigs.Contracts HotGigs.Core HotGigs.ServiceDefaults")]
    [TestCase("HotGigs.Worker", "HotGigs.Core HotGigs.ServiceDefaults")]
    public void GivenAProject_WhenItsReferencesAreRead_ThenTheyAreTheAllowedOnes(string project, string allowed)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);

        Assert.That(string.Join(' ', references), Is.EqualTo(allowed));
    }

    [Test]
    public void GivenContracts_WhenTheirAssembliesAreListed_ThenOnlyTheFrameworkIsThere()
    {
        var contracts = typeof(Contracts.Resumes.UploadAnswer).Assembly;

        Assert.That(contracts.GetReferencedAssemblies().Select(name => name.Name), Is.Not.Empty.And.All.StartsWith("System"));
    }

    [Test]
    public void GivenCore_WhenItsAssembliesAreListed_ThenItKnowsNoHttp()
    {
        var references = typeof(HotGigsDbContext).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();

        Assert.That(references, Is.Not.Empty);
        Assert.That(references.Where(KnowsHttp), Is.Empty);
    }

    [Test]
    public void GivenThePureFolders_WhenTheirUsingsAreRead_ThenNoStoreNoWebAndNoClockIsThere()
    {
        var files = PureFolders.SelectMany(folder => Repository.SourceFiles(folder)).ToList();
        Assert.That(files, Has.Count.GreaterThan(50));

        Assert.That(files.Where(file => IsImpure(file.Text)).Select(file => file.Path), Is.Empty);
    }

    [Test]
    public void GivenImpureText_WhenTheRuleLooksAtIt_ThenItIsFound() =>
        Assert.Multiple(() =>
        {
            Assert.That(IsImpure("using Npgsql;\nclass A;"), Is.True);
            Assert.That(IsImpure("class A(TimeProvider time);"), Is.True);
            Assert.That(IsImpure("using System.Text;\nclass A;"), Is.False);
        });

    private static bool KnowsHttp(string assembly) =>
        assembly.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.AspNetCore.Server", StringComparison.Ordinal)
        || assembly is "Microsoft.AspNetCore" or "HotGigs.Contracts" or "HotGigs.Api";

    private static bool IsImpure(string text) =>
        Usings().Matches(text).Any(match => ImpureNamespaces.Any(impure =>
            match.Groups[1].Value == impure || match.Groups[1].Value.StartsWith(impure + ".", StringComparison.Ordinal)))
        || text.Contains("TimeProvider", StringComparison.Ordinal);

    [GeneratedRegex(@"^using ([A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Usings();
}
