using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <content>Typed look-ups in dictionaries, references followed.</content>
internal sealed partial class PdfFile
{
    public object? Get(PdfDictionary dictionary, string key) =>
        dictionary.TryGetValue(key, out var value) ? Resolve(value) : null;

    public PdfDictionary? GetDictionary(PdfDictionary dictionary, string key) => Get(dictionary, key) switch
    {
        PdfDictionary found => found,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    public PdfArray? GetArray(PdfDictionary dictionary, string key) => Get(dictionary, key) as PdfArray;

    public PdfStream? GetStream(PdfDictionary dictionary, string key) => Get(dictionary, key) as PdfStream;

    public string? GetName(PdfDictionary dictionary, string key) => (Get(dictionary, key) as PdfName)?.Value;

    public double GetNumber(PdfDictionary dictionary, string key, double absent = 0) =>
        Get(dictionary, key) is double number ? number : absent;

    /// <summary>The numbers of an array; null when it is shorter than <paramref name="count"/> or holds something else.</summary>
    public double[]? GetNumbers(PdfDictionary dictionary, string key, int count)
    {
        if (GetArray(dictionary, key) is not { } array || array.Count < count)
            return null;
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (Resolve(array[i]) is not double number || !double.IsFinite(number))
                return null;
            numbers[i] = number;
        }

        return numbers;
    }
}
