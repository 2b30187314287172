using System.Text;
using System.Xml;

namespace HotGigs.Core.Reading.Packages;

/// <summary>One XML part, streamed. Document types are refused, nothing is ever fetched, depth and time are capped.</summary>
/// <remarks>
/// Walking contract: a method that handles an element is called on its start tag and returns on its end tag (or on the empty
/// element itself), so that every loop advances with <see cref="Read"/> alone.
/// </remarks>
internal sealed class XmlPart : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    private readonly XmlReader _xml;
    private readonly ReadingBudget _budget;
    private char[]? _chunk;
    private int _nodes;

    private XmlPart(XmlReader xml, ReadingBudget budget)
    {
        _xml = xml;
        _budget = budget;
    }

    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    public int Depth => _xml.Depth;

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    public bool IsText =>
        _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public bool IsEmpty => _xml.IsEmptyElement;

    public string Value => _xml.Value;

    /// <summary>The reader itself, for copying a subtree.</summary>
    public XmlReader Reader => _xml;

    public static XmlPart Open(Stream stream, ReadingBudget budget) => new(XmlReader.Create(stream, Settings), budget);

    /// <exception cref="ReadingException">The elements are nested too deep.</exception>
    public bool Read()
    {
        if ((++_nodes & 0xFFF) == 0)
            _budget.CancellationToken.ThrowIfCancellationRequested();
        if (!_xml.Read())
            return false;
        return _xml.Depth > _budget.Limits.MaxXmlDepth
            ? throw new ReadingException(ReadingFailure.TooComplex, "The XML is nested too deep.")
            : true;
    }

    /// <summary>Begins to walk what is inside the element the reader stands on.</summary>
    public Inside Enter() => new(this, _xml.Depth, _xml.IsEmptyElement);

    public void Skip()
    {
        var inside = Enter();
        while (inside.Read())
        {
        }
    }

    /// <summary>The text of the element, without that of its children.</summary>
    public string ReadText()
    {
        var inside = Enter();
        string? first = null;
        StringBuilder? more = null;
        while (inside.Read())
        {
            if (!IsText)
                continue;
            var value = ReadValue();
            if (first is null)
                first = value;
            else
                (more ??= new StringBuilder(first)).Append(value);
        }

        return more?.ToString() ?? first ?? "";
    }

    /// <summary>An attribute in the element's own namespace, or without one.</summary>
    public string? Attribute(string name) => _xml.GetAttribute(name, _xml.NamespaceURI) ?? _xml.GetAttribute(name);

    /// <summary>An attribute of the relationships namespace, transitional or strict, such as <c>r:id</c>.</summary>
    public string? RelationshipAttribute(string name) => AnyAttribute(name, "/relationships");

    /// <summary>An attribute by its local name, in a namespace that ends as given.</summary>
    public string? AnyAttribute(string name, string namespaceEnd = "")
    {
        string? value = null;
        while (value is null && _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == name && _xml.NamespaceURI.EndsWith(namespaceEnd, StringComparison.Ordinal))
                value = _xml.Value;
        }

        _xml.MoveToElement();
        return value;
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>A text node of 100 MB must not become a string: it is read in pieces and cut at the limit.</summary>
    private string ReadValue()
    {
        if (!_xml.CanReadValueChunk)
            return _xml.Value;
        _chunk ??= new char[4096];
        var read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length);
        var first = new string(_chunk, 0, read);
        read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length);
        if (read == 0)
            return first;
        var text = new StringBuilder(first);
        for (; read > 0; read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length))
        {
            if (text.Length <= _budget.Limits.MaxCharacters)
                text.Append(_chunk, 0, read);
        }

        return text.ToString();
    }

    /// <summary>The walk through one element: everything down to its end tag.</summary>
    public readonly struct Inside(XmlPart xml, int depth, bool empty)
    {
        /// <summary>Advances; false on the element's end tag, at once when it is empty.</summary>
        public bool Read() => !empty && xml.Read() && !(xml.IsEnd && xml.Depth <= depth);
    }
}
