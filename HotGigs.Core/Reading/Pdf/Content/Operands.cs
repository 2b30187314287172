using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>One operand of a content stream operator.</summary>
/// <param name="Kind">Number, Name, String, ArrayStart for an array, DictionaryStart for a dictionary.</param>
/// <param name="ItemCount">Items of an array.</param>
internal readonly record struct Operand(
    PdfToken Kind, double Number = 0, string Name = "", ReadOnlyMemory<byte> Bytes = default, PdfDictionary? Dictionary = null, int ItemCount = 0);

/// <summary>The operands read since the last operator, without an object for each number.</summary>
internal sealed class Operands(PdfLexer lexer, PdfBudget budget)
{
    /// <summary>More than any operator takes; the rest is junk.</summary>
    private const int MaxOperands = 64;

    private readonly List<Operand> _operands = new(16);
    private readonly List<Operand> _items = new(64);

    public int Count => _operands.Count;

    /// <summary>Items of the last array, numbers and strings only.</summary>
    public IReadOnlyList<Operand> Items => _items;

    public Operand this[int index] => index >= 0 && index < _operands.Count ? _operands[index] : default;

    /// <summary>0 for what is no number.</summary>
    public double Number(int index) => this[index].Number;

    public Operand Last => this[Count - 1];

    /// <summary>The number <paramref name="back"/> places from the end; 1 is the last.</summary>
    public double FromEnd(int back) => Number(Count - back);

    public void Clear() => _operands.Clear();

    /// <summary>Reads operands up to the next operator.</summary>
    /// <returns>The operator; null at the end.</returns>
    public string? ReadToOperator()
    {
        while (true)
        {
            var token = lexer.Read();
            switch (token)
            {
                case PdfToken.End:
                    return null;
                case PdfToken.Keyword:
                    return lexer.Text;
                case PdfToken.ArrayEnd or PdfToken.DictionaryEnd:
                    break;
                case PdfToken.ArrayStart:
                    Add(ReadItems());
                    break;
                case PdfToken.DictionaryStart:
                    Add(new Operand(token, Dictionary: new PdfObjectParser(lexer, budget).ReadValue(token) as PdfDictionary));
                    break;
                default:
                    Add(Simple(token));
                    break;
            }
        }
    }

    private void Add(Operand operand)
    {
        budget.Tick();
        if (_operands.Count < MaxOperands)
            _operands.Add(operand);
    }

    private Operand Simple(PdfToken token) => token switch
    {
        PdfToken.Number => new Operand(token, lexer.Number),
        PdfToken.String => new Operand(token, Bytes: lexer.String),
        _ => new Operand(token, Name: lexer.Text),
    };

    private Operand ReadItems()
    {
        _items.Clear();
        for (var token = lexer.Read(); token is not (PdfToken.End or PdfToken.ArrayEnd); token = lexer.Read())
        {
            budget.CountObject();
            if (token is PdfToken.Number or PdfToken.String)
                _items.Add(Simple(token));
        }

        return new Operand(PdfToken.ArrayStart, ItemCount: _items.Count);
    }
}
