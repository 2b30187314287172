using HotGigs.Core.Reading;
using HotGigs.Core.Skills;
using NUnit.Framework;

namespace HotGigs.Tests.Skills;

internal sealed class SkillDictionaryTests
{
    private static readonly SkillDictionary Dictionary = SkillDictionary.Default;

    [TestCase("Built services in C++ and C#.", "C++, C#")]
    [TestCase("Ported it from C/C++ to F#", "C++, F#")]
    [TestCase("C++11 and C++17", "C++, C++")]
    [TestCase("a .NET shop, ASP.NET Core, VB.NET", ".NET, ASP.NET Core, VB.NET")]
    [TestCase("NODE.JS, nodejs, Node js, node-js", "Node.js, Node.js, Node.js, Node.js")]
    [TestCase("Vue.js/React.js", "Vue.js, React")]
    [TestCase("CI/CD and CI / CD and CI-CD and cicd", "CI/CD, CI/CD, CI/CD, CI/CD")]
    [TestCase("PL/SQL, PLSQL, pl-sql, T-SQL", "PL/SQL, PL/SQL, PL/SQL, T-SQL")]
    [TestCase("Objective-C and objective c", "Objective-C, Objective-C")]
    [TestCase("machine-learning, Machine  Learning, machine\nlearning", "Machine Learning, Machine Learning, Machine Learning")]
    [TestCase("Back End, back-end, backend", "Back-End Development, Back-End Development, Back-End Development")]
    [TestCase("HTML5/CSS3 or HTML/CSS", "HTML/CSS, HTML/CSS")]
    [TestCase("Python3 and Java8", "Python, Java")]
    [TestCase("K8s on GCP", "Kubernetes, Google Cloud Platform")]
    [TestCase("java script is not Java.", "JavaScript, Java")]
    [TestCase("REST-APIs und Künstliche Intelligenz", "REST APIs, Artificial Intelligence")]
    [TestCase("系统分析,Java开发", "Systems Analysis, Java")]
    [TestCase("SQL Server Integration Services", "SSIS")]
    public void GivenText_WhenSearched_ThenTheSkillsComeInOrder(string text, string expected) =>
        Assert.That(string.Join(", ", Dictionary.FindAll(text).Select(m => m.Name)), Is.EqualTo(expected));

    [TestCase("let it go and see what happens in r and c major")]
    [TestCase("We excel at spring cleaning; word spreads, access to all teams.")]
    [TestCase("the rest of the team, soap and water, react quickly, swift action")]
    [TestCase("Data\n\nAnalysis")]
    [TestCase("big, data")]
    [TestCase("Machine. Learning")]
    [TestCase("see https://github.com/jane/python and jane@python.org or www.react.dev")]
    [TestCase("electronic mail, forensic detail, concrete results, networking lunch, driving growth")]
    [TestCase("platform, client, process, design of the state")]
    public void GivenEverydayWords_WhenSearched_ThenNothingCounts(string text) =>
        Assert.That(SkillContext.Counting(text, Dictionary.FindAll(text), SkillReading.Running), Is.Empty);

    [Test]
    public void GivenASpan_WhenQuoted_ThenItIsTheWordsAsWritten()
    {
        const string text = "Expert in  Amazon Web Services (AWS).";
        Assert.That(Dictionary.FindAll(text).Select(m => m.Span.Quote(text)), Is.EqualTo(new[] { "Amazon Web Services", "AWS" }));
    }

    [Test]
    public void GivenARange_WhenSearched_ThenWordsOutsideAreNotSeen()
    {
        const string text = "Java, Python, Kotlin";
        Assert.That(Dictionary.FindAll(text, new TextSpan(6, 6)).Select(m => m.Name), Is.EqualTo(new[] { "Python" }));
    }

    [Test]
    public void GivenARangeBeyondTheText_WhenSearched_ThenItIsRefused() =>
        Assert.That(() => Dictionary.FindAll("Java", new TextSpan(2, 3)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase("Python (primary)", "python")]
    [TestCase("• MS Excel 2016", "microsoft-excel")]
    [TestCase("go", "go")]
    [TestCase("R", "r")]
    [TestCase("SQL - advanced", "sql")]
    [TestCase(".NET", "dotnet")]
    [TestCase("c#", "csharp")]
    [TestCase("Knowledge of Docker", "docker")]
    [TestCase("SQL Server 6.5/7/2000", "sql-server")]
    [TestCase("Java programming language", "java")]
    [TestCase("the state", null)]
    [TestCase("", null)]
    [TestCase("platform", null)]
    public void GivenAListItem_WhenLookedUp_ThenTheSkillIsNamed(string item, string? id) =>
        Assert.That(Dictionary.Lookup(item)?.Id, Is.EqualTo(id));

    [Test]
    public void GivenNextJs_WhenAskedWhatItImplies_ThenReactAndJavaScriptButNotTheOtherWay()
    {
        Assert.That(Dictionary.Implied("next-js").Select(s => s.Id), Is.EqualTo(new[] { "react", "javascript" }));
        Assert.That(Dictionary.Implied("javascript"), Is.Empty);
        Assert.That(Dictionary.Implied("no-such-skill"), Is.Empty);
    }

    [Test]
    public void GivenSiblings_WhenAsked_ThenBothKnowEachOther()
    {
        Assert.That(Dictionary.Related("react").Select(s => s.Id), Does.Contain("angular"));
        Assert.That(Dictionary.Related("angular").Select(s => s.Id), Does.Contain("react"));
    }

    [Test]
    public void GivenALongText_WhenSearchedFromManyThreads_ThenAllFindTheSame()
    {
        string text = string.Concat(Enumerable.Repeat("Worked with Python, Go and Kubernetes on AWS. ", 2000));
        int[] counts = [.. ParallelEnumerable.Range(0, 8).Select(_ => Dictionary.FindAll(text).Count)];
        Assert.That(counts, Is.All.EqualTo(8000));
    }
}
