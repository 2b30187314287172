using System.Text;
using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Word;

/// <summary>Follows fields (<c>HYPERLINK</c>, <c>PAGE</c>, …): their instructions are never text, their results are.</summary>
internal sealed class FieldTracker
{
    private const int MaxDepth = 64;
    private const int MaxInstruction = 4_096;

    private readonly Stack<Field> _open = new();
    private int _tooDeep;

    /// <summary>Fields that would fetch another file or run a program.</summary>
    public int External { get; private set; }

    /// <summary>What stands here is an instruction, not text.</summary>
    public bool InInstruction => _open.TryPeek(out var open) && !open.InResult;

    /// <summary>The link the text here carries.</summary>
    public FlowLink? Link
    {
        get
        {
            foreach (var open in _open)
            {
                if (open.Link is { } link)
                    return link;
            }

            return null;
        }
    }

    public void Begin()
    {
        if (_open.Count < MaxDepth)
            _open.Push(new Field());
        else
            _tooDeep++;
    }

    public void AppendInstruction(string text)
    {
        if (InInstruction && _open.Peek().Instruction.Length < MaxInstruction)
            _open.Peek().Instruction.Append(text);
    }

    public void Separate()
    {
        if (_tooDeep > 0 || !_open.TryPeek(out var field) || field.InResult)
            return;
        field.InResult = true;
        Judge(field);
    }

    public void End()
    {
        if (_tooDeep > 0)
            _tooDeep--;
        else if (_open.TryPop(out var field) && !field.InResult)
            Judge(field);
    }

    /// <summary>The link of a field whose instruction stands in one place; null for other fields.</summary>
    public FlowLink? Judge(string instruction)
    {
        var field = new Field();
        field.Instruction.Append(instruction.AsSpan(0, Math.Min(instruction.Length, MaxInstruction)));
        Judge(field);
        return field.Link;
    }

    private void Judge(Field field)
    {
        var words = Words(field.Instruction.ToString());
        if (words.Count == 0)
            return;
        switch (words[0].ToUpperInvariant())
        {
            case "HYPERLINK":
                field.Link = LinkOf(words);
                break;
            case "INCLUDETEXT" or "INCLUDEPICTURE" or "IMPORT" or "INCLUDE" or "LINK" or "DDE" or "DDEAUTO" or "DATABASE" or "RD":
                External++;
                break;
        }
    }

    private static FlowLink? LinkOf(List<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            // \l names a bookmark, \o a tip, \t a frame; \n and \m stand alone.
            if (words[i] is @"\l" or @"\o" or @"\t")
                i++;
            else if (!words[i].StartsWith('\\'))
                return LinkTargets.Accept(words[i]) is { } target ? new FlowLink(target) : null;
        }

        return null;
    }

    /// <summary>Words of an instruction; quotation marks hold one together.</summary>
    private static List<string> Words(string instruction)
    {
        var words = new List<string>();
        var rest = instruction.AsSpan().Trim();
        while (!rest.IsEmpty && words.Count < 32)
        {
            var quoted = rest[0] is '"' or '“' or '”';
            if (quoted)
                rest = rest[1..];
            var end = quoted ? rest.IndexOfAny('"', '“', '”') : rest.IndexOfAny(' ', '\t', '"');
            end = end < 0 ? rest.Length : end;
            if (end > 0 || quoted)
                words.Add(rest[..end].ToString());
            rest = rest[Math.Min(rest.Length, quoted ? end + 1 : end)..].Trim();
        }

        return words;
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool InResult { get; set; }

        public FlowLink? Link { get; set; }
    }
}
