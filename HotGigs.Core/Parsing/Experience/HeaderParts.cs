using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>What an entry's heading lines hold besides dates: pieces in order, and the place.</summary>
internal sealed record HeaderParts(IReadOnlyList<HeaderPiece> Pieces, Slice? Place)
{
    public static HeaderParts Empty { get; } = new([], null);
}

/// <param name="Line">Number of the heading line it stands on, from 0.</param>
internal readonly record struct HeaderPiece(Slice Text, int Line, double Title, double Company)
{
    public static HeaderPiece Of(Slice text, int line) => new(text, line, TitleWords.Score(text), CompanyWords.Score(text));
}
