using System.Text.RegularExpressions;
using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Education;

/// <summary>Reads one entry of an education section.</summary>
internal static partial class EducationEntryReader
{
    private static readonly string[] DetailLabels =
        ["relevant coursework", "coursework", "courses", "relevant courses", "gpa", "cgpa", "thesis", "dissertation", "honors", "honours", "activities", "minor", "awards", "grade", "note", "abschlussnote", "schwerpunkt", "schwerpunkte", "thema", "minors", "advisor", "supervisor",
            "societies", "score", "percentage", "masterarbeit", "bachelorarbeit", "concentration", "concentrations", "modules", "electives", "clubs", "achievements", "project", "projects", "cumulative gpa", "nota media", "média", "voto", "主修课程", "课程", "绩点", "gpa:", "description", "relevant modules"];

    private static readonly string[] FieldLabels = ["major", "majors", "field", "field of study", "specialization", "specialisation", "fachrichtung", "studienfach", "studiengang", "spécialité", "specialite", "especialidad", "专业", "専攻", "التخصص", "study", "area of study", "principal subjects", "subject", "program"];

    public static bool IsDetail(ResumeLine line)
    {
        var mark = line.Content.Raw.IndexOfAny(':', '：');
        var label = mark > 0 ? line.Content.Sub(0, mark).TrimEdges() : line.Content;
        if (mark < 0 && line.Words > 3 && !(line.Content.Folded.StartsWith("gpa", StringComparison.Ordinal) || line.Content.Folded.StartsWith("relevant c", StringComparison.Ordinal) || line.Content.Folded.StartsWith("coursework", StringComparison.Ordinal)))
            return false;
        return Array.Exists(DetailLabels, word => label.Folded.Equals(word, StringComparison.Ordinal) || (mark < 0 && label.Folded.StartsWith(word, StringComparison.Ordinal) && word.Length > 2 && label.Folded.Length < word.Length + 12));
    }

    public static EducationEntry? Read(List<ResumeLine> lines)
    {
        Slice? school = null, degree = null, field = null;
        DegreeLevel? level = null;
        var others = new List<Slice>();
        foreach (var line in lines)
        {
            if (line.Bullet && (Prose.IsLikely(line.Content) || IsDetail(line)) && (school is not null || degree is not null))
                continue;
            if (IsDetail(line) || (Prose.IsLikely(line.Content) && line.Words > 16 && school is not null))
                continue;
            foreach (var stretch in HeaderReader.WithoutDates(line))
            {
                foreach (var piece in Pieces.OfHeader(stretch))
                {
                    if (PlaceReader.Read(piece) is null || DegreeWords.TryFind(piece, out _, out _, out _))
                        Take(piece);
                }
            }
        }

        field ??= school is not null && degree is not null && others.Count == 1 && others[0].WordCount <= 6 ? others[0] : null;
        school ??= Unlisted(others, degree is not null || lines.Exists(line => line.Dates.Count > 0), field);
        if (school is null && degree is null)
            return null;
        var (start, end) = Dates(lines);
        return new EducationEntry
        {
            Institution = ExperienceReader.ToField(school, school is { } s ? Math.Max(0.5, SchoolWords.Score(s)) : 0),
            Degree = ExperienceReader.ToField(degree, 0.9),
            Level = level,
            FieldOfStudy = ExperienceReader.ToField(field, 0.75),
            Start = ExperienceReader.ToField(start),
            End = ExperienceReader.ToField(end),
            Grade = Grade(lines),
            Span = TextSpan.Between(lines[0].Content.Start, lines[^1].Content.End),
        };

        void Take(Slice piece)
        {
            var mark = piece.Raw.IndexOfAny(':', '：');
            if (mark > 0 && Array.Exists(FieldLabels, word => piece.Sub(0, mark).TrimEdges().Folded.Equals(Folding.Fold(word), StringComparison.Ordinal)))
            {
                field ??= FirstPart(piece.From(mark + 1));
                return;
            }

            foreach (var part in Parts(PlaceReader.PeelEnd(piece) is { } peeled && SchoolWords.Score(peeled.Before) >= 0.6 && !DegreeWords.TryFind(peeled.Place, out _, out _, out _) ? peeled.Before : piece))
                TakePart(part);
        }

        void TakePart(Slice part)
        {
            if (part.IsEmpty || !part.HasLetter || part.Contains('@') || part.Folded.StartsWith("http", StringComparison.Ordinal))
                return;
            if (GradePattern().Match(part.ToString()) is { Success: true } grade && (grade.Length * 2 > part.Length || !DegreeWords.TryFind(part, out _, out _, out _)))
                return;
            foreach (var lead in (ReadOnlySpan<string>)["studium der ", "studium des ", "studium ", "studiengang ", "studies in ", "etudes de ", "estudios de ", "studi di "])
            {
                if (field is null && part.Folded.StartsWith(lead, StringComparison.Ordinal))
                {
                    field = part.From(lead.Length).TrimEdges();
                    return;
                }
            }

            if (DegreeWords.TryFind(part, out var at, out var length, out var found) && degree is null)
            {
                level = found;
                TakeDegree(part, at, length);
                return;
            }

            var score = SchoolWords.Score(part);
            if (score >= 0.6)
            {
                school = school is { } known && SchoolWords.Score(known) >= score ? known : part;
                return;
            }

            if (part.Start > (degree?.End ?? int.MaxValue) && field is null && PlaceReader.Read(part) is null && !IsFiller(part) && !DegreeWords.IsDegree(part.Folded) && part.Start - degree!.Value.End <= 4)
            {
                field = part;
                return;
            }

            if (PlaceReader.Read(part) is null && !IsFiller(part))
                others.Add(part);
        }

        void TakeDegree(Slice part, int at, int length)
        {
            var before = part.Until(at).TrimEdges();
            var rest = part.After(at + length);
            degree = part.Source.Between(at, at + length).TrimEdges();
            if (rest.Length > 0 && rest[0] == ' ' && BracketEnd(rest) is > 0 and var bracket)
            {
                // "Juris Doctor (J.D.)", "Bachelor (Hons)"
                degree = part.Source.Between(at, rest.Start + bracket);
                rest = rest.From(bracket);
            }

            var (subject, linked) = AfterLink(rest);
            if (linked is "of" && !subject.IsEmpty && !degree.Value.Folded.EndsWith(" of", StringComparison.Ordinal) || degree.Value.Folded.EndsWith(" of", StringComparison.Ordinal))
                degree = degree.Value.Folded.EndsWith(" of", StringComparison.Ordinal) ? degree.Value.Sub(0, degree.Value.Length - 3) : degree;
            else if (degree.Value.Folded is [.., ' ', 'i' or 'e', 'n' or 'm'])
                degree = degree.Value.Sub(0, degree.Value.Length - 3);
            if (!subject.IsEmpty)
            {
                var cut = CutAtSchool(subject, out var inner);
                field ??= cut.IsEmpty ? null : cut;
                school ??= inner;
            }

            if (!before.IsEmpty && before.HasLetter)
            {
                if (SchoolWords.Score(before) >= 0.6)
                    school ??= before;
                else if (subject.IsEmpty && before.WordCount <= 3 && part.Raw[..(at - part.Start)].TrimEnd() is not [.., ':' or '：'] && PlaceReader.Read(before) is null)
                    degree = part.Source.Between(before.Start, degree.Value.End);
            }
        }
    }

    /// <summary>Comma parts; "University of California, Berkeley" stays whole.</summary>
    private static List<Slice> Parts(Slice piece)
    {
        var parts = new List<Slice>();
        foreach (var part in Pieces.OfList(piece).SelectMany(Sentences))
        {
            if (parts.Count > 0 && IsCampusOf(parts[^1]) && PlaceReader.Kind(part, out _) == PlaceReader.PartKind.City && part.Start - parts[^1].End <= 2
                && !DegreeWords.TryFind(parts[^1], out _, out _, out _))
                parts[^1] = part.Source.Between(parts[^1].Start, part.End);
            else
                parts.Add(part);
        }

        return parts;
    }

    /// <summary>"Grado en Derecho. Universidad de Salamanca": a full stop after a whole word, not after an abbreviation.</summary>
    private static IEnumerable<Slice> Sentences(Slice part)
    {
        var start = 0;
        for (var i = 4; i + 2 < part.Length; i++)
        {
            if (part[i] != '.' || part[i + 1] != ' ' || !char.IsUpper(part[i + 2]) || part.Sub(i - 4, 4).Raw.ContainsAny('.', ' ') || !char.IsLower(part[i - 1]))
                continue;
            yield return part.Sub(start, i - start).TrimEdges();
            start = i + 1;
        }

        var last = part.From(start).TrimEdges();
        yield return last.Length > 1 && last[last.Length - 1] == '.' && last.WordCount > 1 && char.IsLower(last[last.Length - 2]) ? last.Sub(0, last.Length - 1) : last;
    }

    /// <summary>Universities of a state, whose town is part of the name.</summary>
    private static bool IsCampusOf(Slice school)
    {
        var folded = school.Folded;
        return folded.Contains("university of california", StringComparison.Ordinal) || folded.EndsWith("state university", StringComparison.Ordinal) || folded.EndsWith("institute of technology", StringComparison.Ordinal)
            || folded.EndsWith("university of texas", StringComparison.Ordinal) || folded.EndsWith("university of wisconsin", StringComparison.Ordinal) || folded.EndsWith("university of massachusetts", StringComparison.Ordinal);
    }

    private static int BracketEnd(Slice rest)
    {
        var text = rest.Raw.TrimStart();
        if (text.Length == 0 || text[0] != '(')
            return 0;
        var close = rest.Raw.IndexOf(')');
        return close is > 0 and < 16 ? close + 1 : 0;
    }

    /// <summary>What stands behind "in", "of", a dash or "student in".</summary>
    private static (Slice Subject, string Link) AfterLink(Slice rest)
    {
        var text = rest.TrimEdges();
        var link = "";
        for (var round = 0; round < 3; round++)
        {
            var matched = false;
            foreach (var word in (ReadOnlySpan<string>)["degree in ", "student in ", "candidate in ", "program in ", "programme in ", "degree ", "student ", "candidate ", "in der ", "in ", "of ", "en ", "em ", "im ", "der ", "fach ", "studiengang ", "di ", "de ", "del ", "w ", "- ", "– ", "with a major in ", "with ", "major in ", "degree of ", "studies in ", "d'", "des "])
            {
                if (!text.Folded.StartsWith(word, StringComparison.Ordinal))
                    continue;
                link = word.Trim();
                text = text.From(word.Length).TrimEdges();
                matched = true;
                break;
            }

            if (!matched)
                break;
        }

        return (text.Folded is "degree" or "student" or "candidate" or "program" or "degrees" ? text.From(text.Length) : text, link);
    }

    /// <summary>"Computer Science from Stanford University": the field, and the school behind it.</summary>
    private static Slice CutAtSchool(Slice subject, out Slice? school)
    {
        school = null;
        foreach (var word in (ReadOnlySpan<string>)[" from ", " at ", " an der ", " bei ", " der ", " à ", " a la ", " de la ", " at the ", " - ", " – "])
        {
            var at = subject.Folded.IndexOf(word, StringComparison.Ordinal);
            if (at <= 0 || SchoolWords.Score(subject.From(at + word.Length)) < 0.6)
                continue;
            school = subject.From(at + word.Length).TrimEdges();
            return subject.Sub(0, at).TrimEdges();
        }

        if (SchoolWords.Score(subject) >= 0.9 && subject.WordCount >= 2)
        {
            school = subject;
            return subject.From(subject.Length);
        }

        var mark = subject.Raw.IndexOf('(');
        return mark > 3 && subject.Raw[mark..].IndexOfAnyInRange('0', '9') >= 0 ? subject.Sub(0, mark).TrimEdges() : subject;
    }

    private static Slice FirstPart(Slice slice) => Pieces.OfList(slice) is [var first, ..] ? first : slice.TrimEdges();

    private static Slice? Unlisted(List<Slice> others, bool anchored, Slice? field)
    {
        foreach (var other in others)
        {
            if (anchored && other.WordCount is >= 1 and <= 9 && !Prose.IsLikely(other) && other != field && char.IsUpper(other[0]) | !char.IsAsciiLetter(other[0]))
                return other;
        }

        return null;
    }

    private static bool IsFiller(Slice part) => part.Folded is "gpa" or "grad" or "grad." or "expected" or "graduation" or "degree" or "graduated" or "present" or "current" or "hons" or "with honors" or "cum laude" or "magna cum laude" or "summa cum laude" or "with distinction" or "distinction";

    private static (FoundDate? Start, FoundDate? End) Dates(List<ResumeLine> lines)
    {
        var all = lines.Where(line => !line.Bullet || lines[0].Bullet || line.Words <= 8).SelectMany(line => line.Dates).ToList();
        var range = all.Find(date => date.IsRange);
        if (range is null)
            return all.Count > 0 ? (null, all[0].End ?? all[0].Start) : (null, null);
        var end = range.End ?? all.Find(date => !date.IsRange && date.End is not null)?.End;
        return (range.Start, end);
    }

    private static Field<string>? Grade(List<ResumeLine> lines)
    {
        foreach (var line in lines)
        {
            var match = GradePattern().Match(line.Content.ToString());
            if (match.Success)
                return new Field<string>(match.Value.Trim(), [new TextSpan(line.Content.Start + match.Index, match.Length)], 0.85);
        }

        return null;
    }

    [GeneratedRegex(@"(\bC?GPA\b\s*[:=]?\s*\d([.,]\d{1,2})?(\s*/\s*\d{1,2}([.,]\d{1,2})?)?|\b\d[.,]\d{1,2}(\s*/\s*\d{1,2}([.,]\d{1,2})?)?\s*C?GPA\b|\b(Abschlussnote|Note|Grade|Nota media|Nota|Mention|Voto|Media|Percentage)\s*:\s*[^\s,;|]{1,12}|\b(summa|magna)? ?cum laude\b|\bfirst[- ]class( honou?rs)?\b|\b\d{2,3}\s*/\s*110\b)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex GradePattern();
}
