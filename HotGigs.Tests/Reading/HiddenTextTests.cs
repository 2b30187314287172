using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Reading;

internal sealed class HiddenTextTests
{
    [TestCase(".", 0)]
    [TestCase(" • ", 0)]
    [TestCase("hire me", 1)]
    [TestCase("5", 1)]
    public void GivenATextNobodySees_WhenItIsKeptApart_ThenOnlyWhatCouldBeReadCounts(string text, int expected)
    {
        var builder = new DocumentBuilder(FileFormat.Pdf, ReadingLimits.Default);
        builder.BeginPage();

        builder.AddHidden(text, HiddenReason.TooSmall);

        var document = builder.Build();
        Assert.That(document.Hidden, Has.Count.EqualTo(expected));
        Assert.That(document.Warnings.Count(warning => warning.Kind == ReadingWarningKind.HiddenText), Is.EqualTo(expected));
    }
}
