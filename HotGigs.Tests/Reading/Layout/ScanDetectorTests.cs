using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class ScanDetectorTests
{
    [TestCase(49, 1)]
    [TestCase(50, 0)]
    public void GivenPictureWithFewLetters_WhenRead_ThenItIsAnImageOnlyPageBelowFiftyLetters(int letters, int expected)
    {
        var document = new PaintedPage { ImageCoverage = 0.9f }.Paint(40, 60, new string('x', letters)).Read();

        Assert.That(document.Warnings.Count(warning => warning.Kind == ReadingWarningKind.ImageOnlyPages), Is.EqualTo(expected));
    }

    [Test]
    public void GivenShortPageWithoutPicture_WhenRead_ThenItIsNoImage()
    {
        var document = new PaintedPage().Paint(40, 60, "Hobbies").Read();

        Assert.That(document.Warnings, Is.Empty);
    }

    [Test]
    public void GivenPictureOverInvisibleText_WhenRead_ThenTheTextDoesNotCount()
    {
        var document = new PaintedPage { ImageCoverage = 1 }.Paint(40, 60, new string('x', 200), hidden: HiddenReason.InvisibleRenderMode).Read();

        Assert.That(document.Warnings, Does.Contain(new ReadingWarning(ReadingWarningKind.ImageOnlyPages, 1)));
    }
}
