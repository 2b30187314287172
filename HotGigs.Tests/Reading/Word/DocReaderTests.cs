using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Word;

[TestFixture]
internal sealed class DocReaderTests
{
    private static readonly byte[] Vanish = [0x3C, 0x08, 1];
    private static readonly byte[] Bold = [0x35, 0x08, 1];
    private static readonly byte[] Size14 = [0x43, 0x4A, 28, 0];
    private static readonly byte[] SizeHalf = [0x43, 0x4A, 1, 0];
    private static readonly byte[] White = [0x42, 0x2A, 8];
    private static readonly byte[] Red = [0x70, 0x68, 0xC0, 0, 0, 0];
    private static readonly byte[] Deleted = [0x00, 0x08, 1];

    [TestCase(true)]
    [TestCase(false)]
    public void GivenText_WhenPiecesAreOfEitherWidth_ThenItIsRead(bool compressed) =>
        Assert.That(TestReader.Document(new DocFile().Text("Jane Doe\rEngineer\vBerlin\r", compressed).ToBytes()).Texts(), Is.EqualTo(["Jane Doe", "Engineer", "Berlin"]));

    [Test]
    public void GivenMixedPieces_WhenRead_ThenTheyJoin() =>
        Assert.That(TestReader.Document(new DocFile().Text("Jane ").Text("Müller – 李\r", false).ToBytes()).Texts(), Is.EqualTo(["Jane Müller – 李"]));

    [Test]
    public void GivenASmallTableStream_WhenItLiesInTheMiniStream_ThenItIsFound() =>
        Assert.That(TestReader.Document(new DocFile().Text("Jane Doe\r").SmallTable().ToBytes()).Texts(), Is.EqualTo(["Jane Doe"]));

    [Test]
    public void GivenALinkField_WhenRead_ThenItsInstructionIsNoTextAndItsTargetIsKept()
    {
        var document = TestReader.Document(DocFile.OfText("See \x13 HYPERLINK \"https://jane.dev\" \x14my site\x15 now\r"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts()[0], Is.EqualTo("See my site now"));
            Assert.That(document.Links.Single().Target, Is.EqualTo("https://jane.dev"));
        }
    }

    [Test]
    public void GivenATable_WhenRead_ThenRowsAreLines()
    {
        // Cell marks end cells; the mark that ends the row follows the last cell's at once.
        Assert.That(TestReader.Document(DocFile.OfText("Skill\aYears\a\aC#\a9\a\aAfter\r")).Texts(), Is.EqualTo(["Skill\tYears", "C#\t9", "After"]));
    }

    [Test]
    public void GivenStories_WhenRead_ThenHeadersStandFirstAndNotesLast()
    {
        var document = TestReader.Document(new DocFile().Text("Body\r").Footnotes("Note\r").Headers("Jane Doe\r").TextBoxes("Box\r").ToBytes());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane Doe", "Body", "Box", "Note"]));
            Assert.That(document.Line("Jane Doe").Kind, Is.EqualTo(LineKind.HeaderOrFooter));
            Assert.That(document.Line("Note").Kind, Is.EqualTo(LineKind.Footnote));
        }
    }

    [Test]
    public void GivenFormatting_WhenRead_ThenLooksAndHeadingsAreKnown()
    {
        var document = TestReader.Document(new DocFile().Text("Jane!\rplain\r")
            .Characters(0, 4, [.. Bold, .. Size14, .. Red]).Paragraph(0, 6, 2, 0).Paragraph(6, 6, 0, 0, 0x0B, 0x46, 1, 0).ToBytes());
        var line = document.Line("Jane!");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((line.Bold, line.FontSize, line.HeadingLevel, line.Runs[0].Color), Is.EqualTo((true, (float?)14, (int?)2, (int?)0xC00000)));
            Assert.That((document.Line("plain").Bold, document.Line("plain").ListItem), Is.EqualTo((false, true)));
        }
    }

    [Test]
    public void GivenHiddenCharacters_WhenRead_ThenTheyAreKeptApart([Values(0, 1, 2)] int which)
    {
        var (list, reason) = new[] { (Vanish, HiddenReason.Vanish), (SizeHalf, HiddenReason.TooSmall), (White, HiddenReason.SameColorAsBackground) }[which];
        var document = TestReader.Document(new DocFile().Text("Jane Doe\rsecret\r").Characters(9, 6, list).ToBytes());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane Doe"]));
            Assert.That(document.Hidden.Single(), Is.EqualTo(new HiddenRun("secret", reason, 1, null)));
        }
    }

    [Test]
    public void GivenDeletedCharacters_WhenRead_ThenTheyAreDroppedWithAWarning()
    {
        var document = TestReader.Document(new DocFile().Text("kept gone\r").Characters(4, 5, Deleted).ToBytes());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["kept"]));
            Assert.That(document.Warns(ReadingWarningKind.TrackedChangesDropped));
        }
    }

    [Test]
    public void GivenAPassword_WhenRead_ThenItSaysSo() =>
        Assert.That(TestReader.Failure(new DocFile().Text("x\r").Flags(0x0100).ToBytes()), Is.EqualTo(ReadingFailure.PasswordProtected));

    [TestCase(192, 0xA5EC, ReadingFailure.UnsupportedVersion)]
    [TestCase(193, 0xA5EC, null)]
    [TestCase(104, 0xA5DC, ReadingFailure.UnsupportedVersion)]
    [TestCase(193, 0x1234, ReadingFailure.Corrupt)]
    public void GivenAVersion_WhenOlderThan97_ThenItIsRefusedWithTheReason(int version, int identifier, ReadingFailure? failure) =>
        Assert.That(TestReader.Failure(new DocFile().Text("x\r").Version((ushort)version, (ushort)identifier).ToBytes()), Is.EqualTo(failure));

    [Test]
    public void GivenARightsManagedPlaceholder_WhenRead_ThenItIsNoResume() =>
        Assert.That(
            TestReader.Failure(new DocFile().Text("This document is protected.\r").WithStream("\x09DRMContent", new byte[100]).ToBytes()),
            Is.EqualTo(ReadingFailure.UnsupportedVersion));

    [Test]
    public void GivenMacros_WhenRead_ThenAWarningSaysSo() =>
        Assert.That(TestReader.Document(new DocFile().Text("x\r").WithStorage("Macros").ToBytes()).Warns(ReadingWarningKind.ActiveContentIgnored));

    [Test]
    public void GivenANegativeLength_WhenRead_ThenTheFileIsCorrupt() =>
        Assert.That(TestReader.Failure(new DocFile().Text("x\r").MainLength(-1).ToBytes()), Is.EqualTo(ReadingFailure.Corrupt));

    [Test]
    public void GivenALengthBeyondTheText_WhenRead_ThenWhatIsThereIsRead() =>
        Assert.That(TestReader.Document(new DocFile().Text("Jane\r").MainLength(int.MaxValue).ToBytes()).Texts(), Is.EqualTo(["Jane"]));

    [Test]
    public void GivenASectorChainInACircle_WhenRead_ThenTheFileIsCorrupt()
    {
        var file = DocFile.OfText("Jane\r");

        // Entry 1 of the FAT is the first sector of the document stream; it now leads back to itself.
        file.AsSpan(512 + 4, 4).Clear();
        file[512 + 4] = 1;
        Assert.That(TestReader.Failure(file), Is.EqualTo(ReadingFailure.Corrupt));
    }

    [Test]
    public void GivenRandomDamage_WhenRead_ThenNothingIsThrown()
    {
        var good = new DocFile().Text("Jane Doe\rEngineer\r").Headers("x\r").Characters(0, 5, Bold).Paragraph(0, 9, 1, 0).ToBytes();
        var random = new Random(43);
        for (var i = 0; i < 500; i++)
        {
            var bad = (byte[])good.Clone();
            for (var n = 0; n < 1 + (i % 8); n++)
                bad[random.Next(Math.Min(bad.Length, i % 2 == 0 ? 1_700 : bad.Length))] = (byte)random.Next(256);
            Assert.That(() => TestReader.Result(bad), Throws.Nothing);
        }
    }
}
