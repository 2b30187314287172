using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <summary>A stream that holds objects (ISO 32000-1, 7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly byte[] _bytes;
    private readonly List<(int Number, int Offset)> _index;

    private ObjectStream(byte[] bytes, List<(int Number, int Offset)> index) => (_bytes, _index) = (bytes, index);

    public IEnumerable<int> Numbers => _index.Select(entry => entry.Number);

    /// <exception cref="PdfDamageException">It cannot be decoded.</exception>
    public static ObjectStream Open(PdfFile file, PdfStream stream)
    {
        var bytes = file.Decode(stream);
        var count = file.GetNumber(stream.Dictionary, "N");
        var first = file.GetNumber(stream.Dictionary, "First");
        var index = new List<(int Number, int Offset)>();
        var lexer = new PdfLexer(bytes, 0, bytes.Length, file.Names);
        for (var i = 0; i < count; i++)
        {
            file.Budget.CountObject();
            if (lexer.Read() != PdfToken.Number)
                break;
            var number = (int)lexer.Number;
            if (lexer.Read() != PdfToken.Number)
                break;
            index.Add((number, (int)Math.Clamp(first + lexer.Number, 0, int.MaxValue)));
        }

        return new ObjectStream(bytes, index);
    }

    /// <param name="index">Where the object should stand; the number decides when it does not.</param>
    public object? Read(int number, int index, PdfFile file)
    {
        if (index < 0 || index >= _index.Count || _index[index].Number != number)
            index = _index.FindIndex(entry => entry.Number == number);
        if (index < 0 || _index[index].Offset >= _bytes.Length)
            return null;
        var lexer = new PdfLexer(_bytes, _index[index].Offset, _bytes.Length, file.Names);
        return new PdfObjectParser(lexer, file.Budget).ReadValue();
    }
}
