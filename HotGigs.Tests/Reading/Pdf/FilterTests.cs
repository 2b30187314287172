using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

public sealed class FilterTests
{
    private const string Shown = "Filtered text";
    private static readonly byte[] Content = PdfFile.Latin1(PdfFile.Line(Shown));

    [Test]
    public void GivenFlate_WhenDecoded_ThenText() => Check(PdfFile.Deflate(Content), "/Filter /FlateDecode");

    [Test]
    public void GivenFlateWithWrongChecksum_WhenDecoded_ThenText()
    {
        var data = PdfFile.Deflate(Content);
        data[^1] ^= 0xFF;
        Check(data, "/Filter /FlateDecode");
    }

    [Test]
    public void GivenRawDeflateWithoutHeader_WhenDecoded_ThenText() => Check(PdfFile.Deflate(Content)[2..], "/Filter /FlateDecode");

    [Test]
    public void GivenTruncatedFlate_WhenDecoded_ThenWhatCameBefore()
    {
        var random = new Random(7);
        var lines = string.Concat(Enumerable.Range(0, 400).Select(i => PdfFile.Line($"word{random.Next():x8}", 700 - i)));
        var packed = PdfFile.Deflate(PdfFile.Latin1(lines));
        var words = Read(WithStream(packed[..(packed.Length / 2)], "/Filter /FlateDecode")).Pages[0].Words;
        Assert.That(words, Has.Count.GreaterThan(150));
    }

    [Test]
    public void GivenFlateDamagedInTheMiddle_WhenDecoded_ThenWhatCameBefore()
    {
        var random = new Random(7);
        var lines = string.Concat(Enumerable.Range(0, 400).Select(i => PdfFile.Line($"word{random.Next():x8}", 700 - i)));
        var packed = PdfFile.Deflate(PdfFile.Latin1(lines));
        Array.Fill(packed, (byte)0xFF, packed.Length / 2, 64);
        var words = Read(WithStream(packed, "/Filter /FlateDecode")).Pages[0].Words;
        Assert.That(words, Has.Count.GreaterThan(100));
    }

    [Test]
    public void GivenAscii85_WhenDecoded_ThenText() => Check(PdfFile.Latin1(Ascii85(Content)), "/Filter /ASCII85Decode");

    [Test]
    public void GivenAsciiHex_WhenDecoded_ThenText() => Check(PdfFile.Latin1(Convert.ToHexString(Content) + ">"), "/Filter /ASCIIHexDecode");

    [Test]
    public void GivenRunLength_WhenDecoded_ThenText()
    {
        byte[] data = [(byte)(Content.Length - 1), .. Content, 253, (byte)' ', 128];
        Check(data, "/Filter /RunLengthDecode");
    }

    [TestCase(1)]
    [TestCase(0)]
    public void GivenLzw_WhenDecoded_ThenText(int earlyChange)
    {
        // Long enough for codes of ten bits, which is where the two variants differ.
        var content = PdfFile.Latin1(PdfFile.Line(Shown) + string.Concat(Enumerable.Range(0, 300).Select(i => $"% {i * 7919:x}\n")) + PdfFile.Line("End", 650));
        Assert.That(
            Visible(WithStream(Lzw(content, earlyChange), $"/Filter /LZWDecode /DecodeParms << /EarlyChange {earlyChange} >>")),
            Is.EqualTo(Shown + " End"));
    }

    [Test]
    public void GivenChainOfFilters_WhenDecoded_ThenText() =>
        Check(PdfFile.Latin1(Convert.ToHexString(PdfFile.Deflate(Content))), "/Filter [/AHx /Fl]");

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void GivenPngPredictor_WhenDecoded_ThenText(int kind)
    {
        const int Columns = 8;
        var padded = Content.Concat(Enumerable.Repeat((byte)' ', Columns - (Content.Length % Columns))).ToArray();
        Check(
            PdfFile.Deflate(PngPredicted(padded, Columns, kind)),
            $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns {Columns} >>");
    }

    [Test]
    public void GivenTiffPredictor_WhenDecoded_ThenText()
    {
        const int Columns = 8;
        var padded = Content.Concat(Enumerable.Repeat((byte)' ', Columns - (Content.Length % Columns))).ToArray();
        for (var row = 0; row < padded.Length; row += Columns)
        {
            for (var i = row + Columns - 1; i > row; i--)
                padded[i] -= padded[i - 1];
        }

        Check(PdfFile.Deflate(padded), $"/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns {Columns} >>");
    }

    [TestCase(8, true)]
    [TestCase(9, false)]
    public void GivenManyFilters_WhenMoreThanEight_ThenLeftOut(int filters, bool readable)
    {
        var data = Content;
        for (var i = 0; i < filters; i++)
            data = PdfFile.Latin1(Convert.ToHexString(data));
        var document = Read(WithStream(data, $"/Filter [{string.Join(' ', Enumerable.Repeat("/AHx", filters))}]"));
        Assert.That(Visible(document), Is.EqualTo(readable ? Shown : ""));
        Assert.That(Warns(document, ReadingWarningKind.PartUnreadable), Is.Not.EqualTo(readable));
    }

    [Test]
    public void GivenUnknownFilter_WhenRead_ThenThePageIsEmptyWithWarning()
    {
        var document = Read(WithStream(Content, "/Filter /Secret"));
        Assert.That(document.Pages[0].Words, Is.Empty);
        Assert.That(Warns(document, ReadingWarningKind.PartUnreadable));
    }

    private static void Check(byte[] data, string entries) => Assert.That(Visible(WithStream(data, entries)), Is.EqualTo(Shown));

    private static byte[] WithStream(byte[] data, string entries)
    {
        var file = new PdfFile();
        return file.AddPage(file.AddStream(data, entries)).Build();
    }

    private static string Ascii85(byte[] data)
    {
        var result = new StringBuilder();
        for (var i = 0; i < data.Length; i += 4)
        {
            var count = Math.Min(4, data.Length - i);
            var value = 0u;
            for (var k = 0; k < 4; k++)
                value = (value << 8) | (k < count ? data[i + k] : (byte)0);
            var digits = new char[5];
            for (var k = 4; k >= 0; k--, value /= 85)
                digits[k] = (char)('!' + (value % 85));
            result.Append(digits, 0, count + 1);
        }

        return result + "~>";
    }

    private static byte[] PngPredicted(byte[] data, int columns, int kind)
    {
        var result = new List<byte>();
        for (var row = 0; row < data.Length; row += columns)
        {
            result.Add((byte)kind);
            for (var i = 0; i < columns; i++)
            {
                int left = i > 0 ? data[row + i - 1] : 0, above = row > 0 ? data[row - columns + i] : 0;
                int corner = i > 0 && row > 0 ? data[row - columns + i - 1] : 0;
                var estimate = left + above - corner;
                var paeth = new[] { left, above, corner }.MinBy(value => Math.Abs(estimate - value));
                int[] predictions = [0, left, above, (left + above) / 2, paeth];
                result.Add((byte)(data[row + i] - predictions[kind]));
            }
        }

        return [.. result];
    }

    private static byte[] Lzw(byte[] data, int earlyChange)
    {
        var bits = new StringBuilder();
        var table = Enumerable.Range(0, 256).ToDictionary(i => ((char)i).ToString());
        int next = 258, width = 9;
        void Emit(int code) => bits.Append(Convert.ToString(code, 2).PadLeft(width, '0'));
        Emit(256);
        var known = "";
        foreach (var b in data)
        {
            var longer = known + (char)b;
            if (table.ContainsKey(longer))
            {
                known = longer;
                continue;
            }

            Emit(table[known]);
            table[longer] = next++;
            // The decoder's table is one entry behind.
            var size = next - 1 + earlyChange;
            width = size >= 2_048 ? 12 : size >= 1_024 ? 11 : size >= 512 ? 10 : 9;
            known = ((char)b).ToString();
        }

        Emit(table[known]);
        Emit(257);
        bits.Append('0', (8 - (bits.Length % 8)) % 8);
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }
}
