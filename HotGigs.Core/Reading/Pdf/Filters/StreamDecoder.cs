using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Filters;

/// <summary>Takes a stream through its filters, within the limits on decoded bytes.</summary>
internal sealed class StreamDecoder(PdfFile file, PdfBudget budget)
{
    /// <summary>No real file chains more; each filter of a chain may multiply what the one before gave.</summary>
    private const int MaxFilters = 8;

    private const long RatioJudgedFrom = 1 << 20;

    /// <exception cref="PdfDamageException">A filter that carries pictures, an unknown one, or too many of them.</exception>
    /// <exception cref="PdfLimitException">All streams together hold too much.</exception>
    public byte[] Decode(PdfDictionary dictionary, ReadOnlyMemory<byte> raw)
    {
        var filters = List(file.Get(dictionary, "Filter") ?? file.Get(dictionary, "F"));
        var parameters = List(file.Get(dictionary, "DecodeParms") ?? file.Get(dictionary, "DP"));
        if (filters.Count > MaxFilters)
        {
            budget.Warn(ReadingWarningKind.DepthLimit);
            throw new PdfDamageException("Too many filters.");
        }

        var data = raw;
        byte[]? decoded = null;
        for (var i = 0; i < filters.Count; i++)
        {
            var name = (filters[i] as PdfName)?.Value ?? "";
            if (name == "Crypt")
                continue;
            decoded = Apply(name, data, i < parameters.Count ? parameters[i] as PdfDictionary : null, raw.Length);
            data = decoded;
        }

        if (decoded is not null)
            return decoded;
        budget.CountDecoded(raw.Length);
        return raw.ToArray();
    }

    /// <param name="packed">Bytes in the file: the ratio is judged over the whole chain of filters.</param>
    private byte[] Apply(string filter, ReadOnlyMemory<byte> data, PdfDictionary? parameters, int packed)
    {
        var byRatio = Math.Max(RatioJudgedFrom, (long)packed * budget.Limits.MaxRatio);
        var limit = Math.Min(Math.Min(budget.Limits.MaxDecodedStreamBytes, byRatio), budget.RemainingDecodedBytes + 1);
        var buffer = filter switch
        {
            "FlateDecode" or "Fl" => FlateDecode.Decode(data, limit, budget),
            "LZWDecode" or "LZW" => LzwDecode.Decode(data.Span, Integer(parameters, "EarlyChange", 1), limit, budget),
            "ASCII85Decode" or "A85" => TextFilters.Ascii85(data.Span, limit),
            "ASCIIHexDecode" or "AHx" => TextFilters.AsciiHex(data.Span, limit),
            "RunLengthDecode" or "RL" => TextFilters.RunLength(data.Span, limit, budget),
            _ => throw new PdfDamageException($"No decoder for filter {filter}."),
        };
        if (buffer.Full)
            budget.Warn(ReadingWarningKind.SizeLimit);
        budget.CountDecoded(buffer.Length);
        var decoded = buffer.ToArray();
        return parameters is null || filter is not ("FlateDecode" or "Fl" or "LZWDecode" or "LZW")
            ? decoded
            : Predictor.Undo(
                decoded,
                Integer(parameters, "Predictor", 1),
                Integer(parameters, "Colors", 1),
                Integer(parameters, "BitsPerComponent", 8),
                Integer(parameters, "Columns", 1));
    }

    private int Integer(PdfDictionary? dictionary, string key, int absent) =>
        dictionary is null ? absent : (int)file.GetNumber(dictionary, key, absent);

    private List<object?> List(object? value) => value switch
    {
        null => [],
        PdfArray array => [.. array.Take(MaxFilters + 1).Select(file.Resolve)],
        _ => [value],
    };
}
