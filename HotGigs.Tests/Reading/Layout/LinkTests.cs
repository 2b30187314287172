using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class LinkTests
{
    private static readonly Box UnderLinkedIn = new(35, 50, 60, 14);

    [Test]
    public void GivenLinkWhoseAddressIsNotShown_WhenRead_ThenItIsWrittenAtTheEndOfThePage()
    {
        var document = new PaintedPage().Paint(40, 60, "LinkedIn").Paint(40, 200, "More words").Link("https://linkedin.com/in/ana", UnderLinkedIn).Read();

        var link = document.Links.Single();
        Assert.That(link.Label!.Value.Quote(document.Text), Is.EqualTo("LinkedIn"));
        Assert.That(link.Written!.Value.Quote(document.Text), Is.EqualTo("https://linkedin.com/in/ana"));
        Assert.That(document.Lines[^1].Kind, Is.EqualTo(LineKind.LinkTarget));
    }

    [TestCase("https://www.linkedin.com/in/ana/", "linkedin.com/in/ana", "linkedin.com/in/ana")]
    [TestCase("https://example.org/?utm_source=cv", "see https://example.org today", "https://example.org")]
    [TestCase("mailto:Ana@example.org?subject=Hi", "ana@example.org", "ana@example.org")]
    [TestCase("tel:+351210000000", "Phone 21 000 00 00", "21 000 00 00")]
    public void GivenLinkWhoseAddressIsShown_WhenRead_ThenItPointsThere(string target, string text, string written)
    {
        var document = new PaintedPage().Paint(40, 60, text).Link(target, new Box(35, 50, 300, 14)).Read();

        Assert.That(document.Links.Single().Written!.Value.Quote(document.Text), Is.EqualTo(written));
        Assert.That(document.Lines, Has.Count.EqualTo(1));
    }

    [TestCase("https://github.com/ana", "github.com/ana/compiler")]
    [TestCase("https://github.com/ana", "github.com/anabela")]
    [TestCase("https://example.org", "ana@example.org")]
    public void GivenTextThatOnlyContainsTheAddress_WhenRead_ThenTheAddressIsWrittenOut(string target, string text)
    {
        var document = new PaintedPage().Paint(40, 60, text).Link(target, new Box(35, 50, 300, 14)).Read();

        Assert.That(document.Lines[^1].Kind, Is.EqualTo(LineKind.LinkTarget));
    }

    [TestCase("mailto:ana%40example.org", "ana@example.org")]
    [TestCase("tel:+351-21-000", "+351-21-000")]
    public void GivenContactBehindAnIcon_WhenRead_ThenItIsWrittenWithoutItsScheme(string target, string written)
    {
        var document = new PaintedPage().Paint(40, 60, "Ana").Link(target, new Box(300, 50, 20, 14)).Read();

        Assert.That(document.Text, Is.EqualTo($"Ana\n\n{written}\n"));
        Assert.That(document.Links.Single().Label, Is.Null);
    }

    [Test]
    public void GivenOneAddressOnSeveralPages_WhenRead_ThenItIsWrittenOnce()
    {
        var document = PaintedPage.Read(
            new PaintedPage().Paint(40, 60, "LinkedIn").Link("https://linkedin.com/in/ana", UnderLinkedIn),
            new PaintedPage().Paint(40, 60, "LinkedIn").Link("http://www.linkedin.com/in/ana/", UnderLinkedIn));

        Assert.That(document.Lines.Count(line => line.Kind == LineKind.LinkTarget), Is.EqualTo(1));
        Assert.That(document.Links.Select(link => link.Written).Distinct().Count(), Is.EqualTo(1));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("file:///etc/passwd")]
    [TestCase("#page=2")]
    [TestCase("mailto:nobody")]
    public void GivenAddressOfAnotherKind_WhenRead_ThenItIsDropped(string target)
    {
        var document = new PaintedPage().Paint(40, 60, "LinkedIn").Link(target, UnderLinkedIn).Read();

        Assert.That(document.Links, Is.Empty);
    }
}
