using System.Reflection;

namespace HotGigs.Core.Skills;

/// <summary>A line of a data file, with its spellings still carrying their marks.</summary>
internal sealed record SkillLine(Skill Skill, IReadOnlyList<string> Aliases);

/// <summary>Reads the dictionary's data: our own files, one skill a line, embedded in the assembly.</summary>
/// <remarks>
/// Columns, tab-separated: id, name, class (d, a, g), aliases, implied ids, related ids. Lists inside a column are set apart by
/// <c>|</c> for aliases and <c>,</c> for ids. Marks before an alias: <c>=</c> case must be exact, <c>!</c> distinctive, <c>?</c> ambiguous,
/// <c>*</c> generic; without one it has the skill's class. The name is an alias too unless the list repeats it with marks.
/// The category is the file's name. Lines starting with # are comments.
/// </remarks>
internal static class SkillFile
{
    private const string Prefix = "HotGigs.Core.Skills.Data.";
    private const string Suffix = ".tsv";

    public static List<SkillLine> ReadAll()
    {
        Assembly assembly = typeof(SkillFile).Assembly;
        var lines = new List<SkillLine>(3000);
        foreach (string resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            string category = resource[Prefix.Length..^Suffix.Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#')
                    lines.Add(Parse(line, category));
            }
        }

        return lines;
    }

    internal static SkillLine Parse(string line, string category)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 6)
            throw new FormatException($"A skill has 6 columns, this line {columns.Length}: {line}");
        SkillClass skillClass = columns[2] switch
        {
            "d" => SkillClass.Distinctive,
            "a" => SkillClass.Ambiguous,
            "g" => SkillClass.Generic,
            _ => throw new FormatException($"No class of skills: {line}"),
        };
        var skill = new Skill(columns[0], columns[1], skillClass, category, Cells(columns[4], ','), Cells(columns[5], ','));
        return new(skill, Cells(columns[3], '|'));
    }

    /// <summary>Takes the marks off an alias.</summary>
    public static (string Text, SkillClass Class, bool Exact) Unmark(string alias, SkillClass skillClass)
    {
        bool exact = false;
        int at = 0;
        for (; at < alias.Length - 1; at++)
        {
            switch (alias[at])
            {
                case '=':
                    exact = true;
                    continue;
                case '!':
                    skillClass = SkillClass.Distinctive;
                    continue;
                case '?':
                    skillClass = SkillClass.Ambiguous;
                    continue;
                case '*':
                    skillClass = SkillClass.Generic;
                    continue;
            }

            break;
        }

        return (alias[at..], skillClass, exact);
    }

    private static string[] Cells(string column, char separator) =>
        column.Length == 0 ? [] : column.Split(separator);
}
