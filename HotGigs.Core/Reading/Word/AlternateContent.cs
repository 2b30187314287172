using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Lets one branch of each <c>mc:AlternateContent</c> through: both say the same, a text box read twice is a person doubled.</summary>
internal sealed class AlternateContent
{
    private const string MarkupCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly Stack<(int Depth, bool Taken)> _open = new();

    /// <summary>False when the element that starts here is a branch to be skipped.</summary>
    public bool Enters(XmlPart xml)
    {
        if (!string.Equals(xml.Namespace, MarkupCompatibility, StringComparison.Ordinal))
            return true;
        var depth = xml.Depth;
        while (_open.TryPeek(out var top) && top.Depth >= depth)
            _open.Pop();
        if (xml.Name == "AlternateContent")
            _open.Push((depth, false));
        if (xml.Name is not ("Choice" or "Fallback") || !_open.TryPeek(out var owner) || owner.Depth != depth - 1)
            return true;
        if (owner.Taken)
            return false;
        _open.Pop();
        _open.Push((owner.Depth, true));
        return true;
    }
}
