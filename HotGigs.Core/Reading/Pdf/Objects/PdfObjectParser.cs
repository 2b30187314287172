namespace HotGigs.Core.Reading.Pdf.Objects;

/// <summary>Builds values from tokens (ISO 32000-1, 7.3). Values nested deeper than the limit are left out.</summary>
internal sealed class PdfObjectParser(PdfLexer lexer, PdfBudget budget)
{
    private static readonly object?[] SmallIntegers = [.. Enumerable.Range(-1, 1_026).Select(value => (object)(double)value)];
    private int _depth;

    /// <summary>Reads one value; null also for a keyword or the end.</summary>
    public object? ReadValue() => ReadValue(lexer.Read());

    /// <summary>Reads the value that begins with a token already taken.</summary>
    public object? ReadValue(PdfToken token)
    {
        budget.CountObject();
        return token switch
        {
            PdfToken.Number => Box(lexer.Number),
            PdfToken.Name => new PdfName(lexer.Text),
            PdfToken.String => new PdfString(lexer.String.ToArray()),
            PdfToken.ArrayStart => Nest(isArray: true),
            PdfToken.DictionaryStart => Nest(isArray: false),
            PdfToken.Keyword => Constant(lexer.Text),
            _ => null,
        };
    }

    /// <summary>One box for each small integer: most numbers of a file are small.</summary>
    public static object? Box(double value) =>
        value is >= -1 and <= 1_024 && value == (int)value ? SmallIntegers[(int)value + 1] : value;

    private static object? Constant(string keyword) => keyword switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private object? Nest(bool isArray)
    {
        if (_depth >= budget.Limits.MaxDepth)
        {
            budget.Warn(ReadingWarningKind.DepthLimit);
            return null;
        }

        _depth++;
        object value = isArray ? ReadArray() : ReadDictionary();
        _depth--;
        return value;
    }

    private PdfArray ReadArray()
    {
        var array = new PdfArray();
        while (true)
        {
            var before = lexer.Position;
            var token = lexer.Read();
            if (token is PdfToken.End or PdfToken.ArrayEnd)
                return array;
            if (token == PdfToken.DictionaryEnd || (token == PdfToken.Keyword && EndsObject(lexer.Text)))
            {
                lexer.Position = before;
                return array;
            }

            if (token != PdfToken.Keyword)
            {
                array.Add(ReadValue(token));
            }
            else if (lexer.Text == "R" && array.Count >= 2 && array[^1] is double generation && array[^2] is double number)
            {
                array.RemoveRange(array.Count - 2, 2);
                array.Add(new PdfReference((int)number, (int)generation));
            }
            else if (lexer.Text is "true" or "false" or "null")
            {
                array.Add(Constant(lexer.Text));
            }
        }
    }

    /// <summary>A key without a value is dropped; of several values behind one key the first counts, of equal keys the first too.</summary>
    private PdfDictionary ReadDictionary()
    {
        var dictionary = new PdfDictionary();
        string? key = null;
        object? first = null, second = null;
        var values = 0;
        while (true)
        {
            var before = lexer.Position;
            var token = lexer.Read();
            if (token is PdfToken.End or PdfToken.DictionaryEnd)
                break;
            if (token == PdfToken.Keyword && EndsObject(lexer.Text))
            {
                lexer.Position = before;
                break;
            }

            if (token == PdfToken.Keyword && lexer.Text == "R" && values >= 2 && first is double number && second is double generation)
            {
                first = new PdfReference((int)number, (int)generation);
                values = 1;
                Store();
                continue;
            }

            if (token == PdfToken.ArrayEnd || (token == PdfToken.Keyword && lexer.Text is not ("true" or "false" or "null")))
                continue;
            if (token == PdfToken.Name && (key is null || values > 0))
            {
                Store();
                key = lexer.Text;
                continue;
            }

            var value = ReadValue(token);
            if (values == 0)
                first = value;
            else if (values == 1)
                second = value;
            values++;
        }

        Store();
        return dictionary;

        void Store()
        {
            if (key is not null && values > 0)
                dictionary.TryAdd(key, first);
            key = null;
            values = 0;
        }
    }

    private static bool EndsObject(string keyword) => keyword is "endobj" or "stream" or "obj";
}
