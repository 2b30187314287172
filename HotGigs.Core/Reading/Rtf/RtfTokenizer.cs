using System.Text;

namespace HotGigs.Core.Reading.Rtf;

internal enum RtfTokenKind
{
    End,
    Open,
    Close,

    /// <summary>A control word such as <c>\par</c>; its name without the backslash.</summary>
    Word,

    /// <summary>A byte of text in the current code page, written as itself or as <c>\'hh</c>.</summary>
    Byte,
}

/// <summary>Cuts RTF into groups, control words and bytes of text.</summary>
internal sealed class RtfTokenizer(ReadOnlyMemory<byte> rtf)
{
    private const int MaxName = 32;

    private int _at;

    public string Name { get; private set; } = "";

    /// <summary>The number behind a control word; null without one.</summary>
    public int? Number { get; private set; }

    public byte Byte { get; private set; }

    /// <summary>The byte was written as <c>\'hh</c>.</summary>
    public bool Escaped { get; private set; }

    public RtfTokenKind Read()
    {
        var bytes = rtf.Span;
        while (_at < bytes.Length)
        {
            var c = bytes[_at++];
            switch (c)
            {
                case (byte)'{':
                    return RtfTokenKind.Open;
                case (byte)'}':
                    return RtfTokenKind.Close;
                case (byte)'\\':
                    return ReadControl(bytes);
                case (byte)'\r' or (byte)'\n' or 0:
                    continue;
                default:
                    (Byte, Escaped) = (c, false);
                    return RtfTokenKind.Byte;
            }
        }

        return RtfTokenKind.End;
    }

    /// <summary>Passes over raw bytes, which may hold braces.</summary>
    public void SkipBytes(int count) => _at = (int)Math.Min(rtf.Length, (long)_at + Math.Max(0, count));

    private RtfTokenKind ReadControl(ReadOnlySpan<byte> bytes)
    {
        if (_at >= bytes.Length)
            return RtfTokenKind.End;
        Number = null;
        var c = (char)bytes[_at];
        if (!char.IsAsciiLetter(c))
            return ReadSymbol(bytes, c);
        var start = _at;
        while (_at < bytes.Length && _at - start < MaxName && char.IsAsciiLetter((char)bytes[_at]))
            _at++;
        Name = Encoding.ASCII.GetString(bytes[start.._at]);
        ReadNumber(bytes);
        if (_at < bytes.Length && bytes[_at] == ' ')
            _at++;
        return RtfTokenKind.Word;
    }

    private RtfTokenKind ReadSymbol(ReadOnlySpan<byte> bytes, char c)
    {
        _at++;
        if (c == '\'' && _at + 2 <= bytes.Length && byte.TryParse(bytes.Slice(_at, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
        {
            _at += 2;
            (Byte, Escaped) = (value, true);
            return RtfTokenKind.Byte;
        }

        if (c is '\\' or '{' or '}')
        {
            (Byte, Escaped) = ((byte)c, false);
            return RtfTokenKind.Byte;
        }

        Name = c is '\r' or '\n' ? "par" : c.ToString();
        return RtfTokenKind.Word;
    }

    private void ReadNumber(ReadOnlySpan<byte> bytes)
    {
        var start = _at;
        if (_at < bytes.Length && bytes[_at] == '-')
            _at++;
        while (_at < bytes.Length && _at - start < 11 && char.IsAsciiDigit((char)bytes[_at]))
            _at++;
        if (int.TryParse(bytes[start.._at], System.Globalization.NumberStyles.AllowLeadingSign, null, out var number))
            Number = number;
        else
            _at = start;
    }
}
