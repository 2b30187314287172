using System.Text;
using HotGigs.Core.Reading.Pdf.Content;

namespace HotGigs.Core.Reading.Pdf.Words;

/// <summary>Joins glyphs in paint order into words.</summary>
internal sealed class WordBuilder
{
    // All in parts of the font size.
    private const float WidestGapInWord = 0.13f;
    private const float FurthestStepBack = 0.25f;
    private const float LargestBaselineShift = 0.45f;
    private const float SamePlace = 0.15f;

    private readonly PdfBudget _budget;
    private readonly List<SourceWord> _words;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<(int, int), int> _wordAt = [];
    private Glyph _first;
    private Glyph _last;
    private string _lastText = "";
    private Bounds _box;
    private float _baseline;
    private float _size;
    private int _angle;
    private bool _leftward;

    private WordBuilder(PdfBudget budget, List<SourceWord> words) => (_budget, _words) = (budget, words);

    /// <param name="words">Takes the words; keeps those found before a limit was met.</param>
    /// <exception cref="PdfLimitException">The file holds too many characters.</exception>
    public static void Build(PageCanvas canvas, PdfBudget budget, List<SourceWord> words)
    {
        var builder = new WordBuilder(budget, words);
        foreach (ref readonly var glyph in canvas.Glyphs)
            builder.Add(glyph);
        builder.Finish();
    }

    private void Add(in Glyph glyph)
    {
        _budget.Tick();
        if (glyph.Text.Length == 0)
        {
            (_last.EndX, _last.EndY) = (glyph.EndX, glyph.EndY);
            return;
        }

        if (glyph.Text.Length > 1 && HasBlank(glyph.Text))
        {
            AddEachWord(glyph);
            return;
        }

        if (IsBlank(glyph.Text))
        {
            Finish();
            return;
        }

        var (text, standsApart) = IconFonts.Read(glyph.Text, glyph.Font);
        if (standsApart)
            Finish();
        if (text.Length > 0)
            Append(glyph, text);
        if (standsApart)
            Finish();
    }

    /// <summary>Text that stands for several glyphs may hold several words; they share its width by their letters.</summary>
    private void AddEachWord(in Glyph glyph)
    {
        var all = glyph.Text;
        for (var start = 0; start < all.Length;)
        {
            var end = start;
            while (end < all.Length && !char.IsWhiteSpace(all[end]))
                end++;
            if (end > start)
            {
                var (from, to) = (start / (float)all.Length, end / (float)all.Length);
                Finish();
                Append(
                    glyph with
                    {
                        X = glyph.X + ((glyph.EndX - glyph.X) * from),
                        Y = glyph.Y + ((glyph.EndY - glyph.Y) * from),
                        EndX = glyph.X + ((glyph.EndX - glyph.X) * to),
                        EndY = glyph.Y + ((glyph.EndY - glyph.Y) * to),
                    },
                    all[start..end]);
                Finish();
            }

            start = end + 1;
        }
    }

    private void Append(in Glyph glyph, string text)
    {
        if (_text.Length > 0)
        {
            if (text == _lastText && IsSamePlace(glyph, _last))
                return;
            if (TryCompose(glyph, text))
                return;
            if (!Continues(glyph))
                Finish();
        }

        var box = glyph.Box;
        if (_text.Length == 0)
        {
            (_first, _box, _baseline, _size, _angle) = (glyph, box, glyph.Y, glyph.Size, Angle(glyph));
        }
        else
        {
            _box = Union(_box, box);
            _baseline = Math.Max(_baseline, glyph.Y);
            _size = Math.Max(_size, glyph.Size);
        }

        _text.Append(text);
        (_last, _lastText) = (glyph, text);
    }

    private bool Continues(in Glyph glyph)
    {
        if (glyph.Hidden != _first.Hidden || (HasExtent(glyph) && Angle(glyph) != _angle))
            return false;
        if (_angle == 0 && ContinuesLeftward(glyph))
            return _leftward = true;
        if (_leftward)
            return false;
        if (StartsAnotherText(glyph))
            return false;
        var size = Math.Max(glyph.Size, _last.Size);
        var (gap, shift, step) = _angle switch
        {
            0 => (glyph.X - _last.EndX, glyph.Y - _last.EndY, glyph.X - _last.X),
            180 => (_last.EndX - glyph.X, glyph.Y - _last.EndY, _last.X - glyph.X),
            90 => (glyph.Y - _last.EndY, glyph.X - _last.EndX, glyph.Y - _last.Y),
            _ => (_last.EndY - glyph.Y, glyph.X - _last.EndX, _last.Y - glyph.Y),
        };
        // Letter-spaced words: the spacing is no gap. Origins tell a step back, for stated widths may be far too large.
        gap -= Math.Min(_last.Spacing, size * 2);
        return gap <= WidestGapInWord * size
            && step >= -FurthestStepBack * size
            && Math.Abs(shift) <= LargestBaselineShift * size;
    }

    /// <summary>A capital of another size behind a small letter; small capitals are never that way round.</summary>
    private bool StartsAnotherText(in Glyph glyph) =>
        Math.Abs(glyph.Size - _last.Size) > 0.05f * _last.Size && char.IsUpper(glyph.Text[0]) && char.IsLower(_text[^1]);

    /// <summary>Arabic and Hebrew painted in reading order: each glyph ends where the one before began.</summary>
    private bool ContinuesLeftward(in Glyph glyph)
    {
        if (!RightToLeft.IsLetter(glyph.Text[0]) || !RightToLeft.IsLetter(_text[^1]) || (_text.Length > 1 && !_leftward))
            return false;
        var size = Math.Max(glyph.Size, _last.Size);
        return Math.Abs(glyph.EndX - _last.X) <= WidestGapInWord * size
            && glyph.X < _last.X
            && Math.Abs(glyph.Y - _last.Y) <= LargestBaselineShift * size;
    }

    private bool TryCompose(in Glyph glyph, string text)
    {
        if (text.Length != 1 || _angle != 0 || glyph.X >= _last.EndX - (0.05f * glyph.Size) || Math.Abs(glyph.X - _last.X) > glyph.Size)
            return false;
        var accentFirst = char.IsLetter(text[0]) && glyph.EndX > _last.X + (0.02f * glyph.Size);
        var combining = accentFirst ? Accents.Combining(_text[^1]) : '\0';
        if (combining == '\0')
            return false;
        _text.Length--;
        _text.Append(Accents.Compose(text, combining));
        _box = Union(_box, glyph.Box);
        _baseline = Math.Max(glyph.Y, _text.Length == 1 ? glyph.Y : _baseline);
        (_last, _lastText) = (glyph, text);
        return true;
    }

    private void Finish()
    {
        if (_text.Length == 0)
            return;
        var text = RightToLeft.InReadingOrder(_text.ToString(), paintedLeftward: _leftward);
        _text.Clear();
        _leftward = false;
        _budget.CountCharacters(text.Length);
        var word = new SourceWord(
            text,
            new Box((float)_box.Left, (float)_box.Top, (float)_box.Width, (float)_box.Height),
            _angle is 90 or 270 ? (float)_box.Bottom : _baseline,
            _size,
            _first.Font.Name,
            _first.Font.Bold,
            _first.Font.Italic,
            _first.Color,
            _angle,
            _first.Hidden);
        if (!IsPaintedAgain(word))
            _words.Add(word);
    }

    /// <summary>Fake bold and shadows paint the same word twice, a little apart.</summary>
    private bool IsPaintedAgain(SourceWord word)
    {
        var reach = Math.Max(0.2f, SamePlace * word.FontSize);
        const float Cell = 4;
        var (column, row) = ((int)MathF.Floor(word.Box.X / Cell), (int)MathF.Floor(word.Baseline / Cell));
        for (var c = column - 1; c <= column + 1; c++)
        {
            for (var r = row - 1; r <= row + 1; r++)
            {
                if (_wordAt.TryGetValue((c, r), out var index)
                    && _words[index] is var known
                    && known.Text == word.Text
                    && known.Hidden == word.Hidden
                    && Math.Abs(known.Box.X - word.Box.X) <= reach
                    && Math.Abs(known.Baseline - word.Baseline) <= reach)
                {
                    return true;
                }
            }
        }

        _wordAt[(column, row)] = _words.Count;
        return false;
    }

    private static bool IsSamePlace(in Glyph one, in Glyph other) =>
        Math.Abs(one.X - other.X) <= SamePlace * one.Size && Math.Abs(one.Y - other.Y) <= SamePlace * one.Size;

    private static bool HasExtent(in Glyph glyph) => Math.Abs(glyph.EndX - glyph.X) + Math.Abs(glyph.EndY - glyph.Y) > 0.01f;

    private static int Angle(in Glyph glyph)
    {
        var (x, y) = (glyph.EndX - glyph.X, glyph.EndY - glyph.Y);
        if (Math.Abs(x) >= Math.Abs(y))
            return x < 0 ? 180 : 0;
        return y > 0 ? 90 : 270;
    }

    private static Bounds Union(in Bounds one, in Bounds other) => new(
        Math.Min(one.Left, other.Left), Math.Min(one.Top, other.Top), Math.Max(one.Right, other.Right), Math.Max(one.Bottom, other.Bottom));

    private static bool HasBlank(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return true;
        }

        return false;
    }

    private static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\u00AD' or '\uFEFF'))
                return false;
        }

        return true;
    }
}
