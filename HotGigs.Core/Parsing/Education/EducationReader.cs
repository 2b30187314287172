using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Education;

/// <summary>Reads the entries of education sections: an entry ends where a school, a degree or a date would come twice.</summary>
internal static class EducationReader
{
    public static List<EducationEntry> Read(IEnumerable<Section> sections)
    {
        var entries = new List<EducationEntry>();
        foreach (var section in sections)
        {
            foreach (var group in Cut(section.Lines))
            {
                if (EducationEntryReader.Read(group) is { } entry)
                    entries.Add(entry);
            }
        }

        return entries;
    }

    private static List<List<ResumeLine>> Cut(IReadOnlyList<ResumeLine> lines)
    {
        var groups = new List<List<ResumeLine>>();
        var current = new List<ResumeLine>();
        bool school = false, degree = false, date = false, text = false;
        var previousBlock = -1;
        foreach (var line in lines)
        {
            var features = Features(line);
            var repeats = (features.School && school) || (features.Degree && degree && !(features.School && !school && !date)) || (features.Range && date && (school || degree || text) && !(features.Degree && !degree && line.Dates.All(one => !one.IsRange)));
            var styled = current.Count > 0 && line.Bold && !current[0].Bold == false && (school || degree) && date && line.Block != previousBlock && !line.Bullet;
            var begins = current.Count > 0 && features.Any && (!line.Bullet || current[0].Bullet) && (repeats || (styled && (features.School || features.Degree)));
            if (begins)
                Flush(line, features);
            current.Add(line);
            school |= features.School;
            degree |= features.Degree;
            date |= features.Range;
            text |= !line.Bullet && !features.Any;
            previousBlock = line.Block;
        }

        if (current.Count > 0)
            groups.Add(current);
        return groups;

        void Flush(ResumeLine line, LineFeatures features)
        {
            // A school or degree line just above a repeated date or degree belongs to what begins here.
            var carried = new List<ResumeLine>();
            var whole = Whole(current);
            while (current.Count > 1 && !current[^1].Bullet && Features(current[^1]) is var last && last.Any && Complements(last, features)
                && Whole(current[..^1]) is var left && (left.School || !whole.School) && (left.Degree || !features.School) && (left.School || left.Degree) && HasTwice(current, last))
            {
                carried.Insert(0, current[^1]);
                current.RemoveAt(current.Count - 1);
            }

            groups.Add(current);
            current = carried;
            var kept = Whole(carried);
            (school, degree, date, text) = (kept.School, kept.Degree, kept.Range, false);
        }
    }

    private static bool Complements(LineFeatures a, LineFeatures b) => !(a.School && b.School) && !(a.Degree && b.Degree) && !(a.Range && b.Range);

    private static bool HasTwice(List<ResumeLine> lines, LineFeatures last) =>
        (last.School && lines.Count(line => Features(line).School) > 1) || (last.Degree && lines.Count(line => Features(line).Degree) > 1) || (last.Range && lines.Count(line => Features(line).Range) > 1);

    private static LineFeatures Whole(IReadOnlyList<ResumeLine> lines)
    {
        var all = default(LineFeatures);
        foreach (var line in lines)
        {
            var own = Features(line);
            all = new LineFeatures(all.School || own.School, all.Degree || own.Degree, all.Range || own.Range);
        }

        return all;
    }

    private static LineFeatures Features(ResumeLine line)
    {
        if (line.Content.WordCount > 30 || EducationEntryReader.IsDetail(line))
            return default;
        if (line.Bullet && Prose.BeginsWithVerb(line.Content))
            return default;
        bool school = false, degree = false;
        foreach (var stretch in Experience.HeaderReader.WithoutDates(line))
        {
            school |= Pieces.OfHeader(stretch).Where(piece => PlaceReader.Read(piece) is null).SelectMany(piece => Pieces.OfList(piece)).Any(piece => SchoolWords.Score(piece) >= 0.6);
            degree |= DegreeWords.TryFind(stretch, out _, out _, out _);
        }

        return new LineFeatures(school, degree, line.Dates.Count > 0);
    }

    private readonly record struct LineFeatures(bool School, bool Degree, bool Range)
    {
        public bool Any => School || Degree || Range;
    }
}
