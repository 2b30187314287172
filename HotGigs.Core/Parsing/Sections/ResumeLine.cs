using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Sections;

/// <summary>A line as the parser sees it: without its bullet, cut into cells, with its dates.</summary>
internal sealed class ResumeLine(TextLine line, Slice content, bool bullet, int index)
{
    private IReadOnlyList<Slice>? _cells;
    private IReadOnlyList<DateRange>? _dates;

    public TextLine Line { get; } = line;

    /// <summary>Place among the lines parsed.</summary>
    public int Index { get; } = index;

    /// <summary>The words, without a bullet before them.</summary>
    public Slice Content { get; } = content;

    public bool Bullet { get; } = bullet;

    public int Block => Line.Block;

    public float Size => Line.FontSize ?? 0;

    public bool Bold => Line.Bold;

    /// <summary>The parts that stand apart on the line.</summary>
    public IReadOnlyList<Slice> Cells => _cells ??= Split();

    public IReadOnlyList<DateRange> Dates => _dates ??= DateReader.FindAll(Content);

    /// <summary>Set where a narrow column broke a range over two lines.</summary>
    public void ReplaceDates(IReadOnlyList<DateRange> dates) => _dates = dates;

    public string Value => Content.Value;

    public int Words => Content.WordCount;

    private List<Slice> Split()
    {
        var cells = new List<Slice>(2);
        var start = Content.Start;
        var text = Content.Source.Text;
        for (var i = Content.Start; i <= Content.End; i++)
        {
            if (i < Content.End && text[i] != '\t')
                continue;
            var cell = Content.Source.Between(start, i).TrimBlanks();
            if (!cell.IsEmpty)
                cells.Add(cell);
            start = i + 1;
        }

        return cells;
    }
}
