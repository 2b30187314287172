using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>Which piece of a role's heading names the employer and which the job.</summary>
internal readonly record struct Assignment(Slice? Title, Slice? Company, Slice? Place, double Confidence, double TitleFirst)
{
    /// <summary>How much the order the section's other roles use weighs.</summary>
    private const double VoteWeight = 0.3;

    /// <param name="vote">Above 0 when titles stand before employers in this section, below 0 for the other way round.</param>
    public static Assignment Make(HeaderParts parts, double vote)
    {
        var pieces = parts.Pieces.Where(piece => piece.Text.WordCount <= 16).Take(6).ToList();
        if (pieces.Count == 0)
            return new Assignment(null, null, parts.Place, 0.2, 0);
        var best = pieces.Count >= 2 ? Pair(pieces, vote) : null;
        if (best is not { } pair || pair.Score < 0.35)
        {
            // One piece may hold both, cut by a comma or by where the title's last word ends.
            foreach (var piece in pieces)
            {
                if (Split(piece) is { } split)
                {
                    if (parts.Place is null && PlaceReader.PeelEnd(split.Company) is { } peeled)
                        return new Assignment(split.Title, peeled.Before, peeled.Place, 0.7, split.Title.Start < split.Company.Start ? 0.5 : -0.5);
                    var place = parts.Place ?? pieces.Where(other => other != piece && PlaceReader.Read(other.Text, lenient: false) is not null).Select(other => (Slice?)other.Text).FirstOrDefault();
                    return new Assignment(split.Title, split.Company, place, 0.7, split.Title.Start < split.Company.Start ? 0.5 : -0.5);
                }
            }
        }

        if (best is { } found)
            return new Assignment(found.Title, found.Company, parts.Place, Math.Clamp(0.5 + found.Score / 3, 0.4, 0.95), found.Margin);
        var single = pieces[0];
        return single.Title >= 0.5 && single.Title >= single.Company - 0.1
            ? new Assignment(single.Text, null, parts.Place, 0.6, 0)
            : single.Company >= 0.5 || single.Title < 0.3
                ? new Assignment(null, single.Text, parts.Place, 0.5, 0)
                : new Assignment(single.Text, null, parts.Place, 0.4, 0);
    }

    /// <summary>"Accounting Manager, Sparrow and Fly" or "Sparrow and Fly, Accounting Manager".</summary>
    public static (Slice Title, Slice Company)? Split(HeaderPiece piece)
    {
        (Slice Title, Slice Company)? best = null;
        var bestScore = 0.75;
        var depth = 0;
        for (var i = 1; i < piece.Text.Length - 1; i++)
        {
            var c = piece.Text[i];
            depth += c is '(' ? 1 : c is ')' ? -1 : 0;
            if (depth > 0 || !(c is ',' or '，' or '、' or ':' or '：' || (c == '-' && char.IsWhiteSpace(piece.Text[i + 1]))))
                continue;
            Try(piece.Text.Sub(0, i).TrimEdges(), piece.Text.From(i + 1).TrimEdges());
        }

        foreach (var word in (ReadOnlySpan<string>)[" en ", " em ", " in ", " w ", " na ", " för ", " hos "])
        {
            var at = piece.Text.Folded.IndexOf(word, StringComparison.Ordinal);
            if (best is null && at > 0 && CompanyWords.Score(piece.Text.From(at + word.Length)) >= 0.6 && TitleWords.Score(piece.Text.Sub(0, at)) >= 0.6)
                best = (piece.Text.Sub(0, at).TrimEdges(), piece.Text.From(at + word.Length).TrimEdges());
        }

        return best;

        void Try(Slice left, Slice right)
        {
            if (left.IsEmpty || right.IsEmpty)
                return;
            double leftTitle = TitleWords.Score(left), rightTitle = TitleWords.Score(right), leftCompany = CompanyWords.Score(left), rightCompany = CompanyWords.Score(right);

            // A legal form behind the comma belongs to the name before it: "Startup, Inc".
            if (CompanyWords.IsLegalForm(right))
                return;
            var titleFirst = leftTitle - rightTitle * 0.8 + rightCompany * 0.5 - leftCompany * 0.4 + (rightTitle < 0.3 ? 0.2 : 0);
            var companyFirst = rightTitle - leftTitle * 0.8 + leftCompany * 0.5 - rightCompany * 0.4 + (leftTitle < 0.3 ? 0.2 : 0);
            if (leftTitle >= 0.6 && titleFirst > bestScore && titleFirst >= companyFirst)
                (best, bestScore) = ((left, right), titleFirst);
            else if (rightTitle >= 0.6 && companyFirst > bestScore)
                (best, bestScore) = ((right, left), companyFirst);
        }
    }

    private static (Slice Title, Slice Company, double Score, double Margin)? Pair(List<HeaderPiece> pieces, double vote)
    {
        (Slice Title, Slice Company, double Score)? best = null;
        double bestTitleFirst = double.MinValue, bestCompanyFirst = double.MinValue;
        for (var t = 0; t < pieces.Count; t++)
        {
            for (var c = 0; c < pieces.Count; c++)
            {
                if (t == c)
                    continue;
                var (title, company) = (pieces[t], pieces[c]);
                var score = title.Title - 0.7 * company.Title + 0.8 * company.Company - 0.6 * title.Company
                    - 0.07 * (t + c) - 0.1 * (Math.Abs(t - c) - 1);
                if (t < c)
                    bestTitleFirst = Math.Max(bestTitleFirst, score);
                else
                    bestCompanyFirst = Math.Max(bestCompanyFirst, score);
                score += t < c ? VoteWeight * vote : -VoteWeight * vote;
                if (best is null || score > best.Value.Score)
                    best = (title.Text, company.Text, score);
            }
        }

        return best is { } found ? (found.Title, found.Company, found.Score, Math.Clamp(bestTitleFirst - bestCompanyFirst, -1, 1)) : null;
    }
}
