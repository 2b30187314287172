using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Output;

/// <summary>What makes a parse doubtful, and what a person can do about it.</summary>
internal static class QualityFindings
{
    public static IReadOnlyList<QualityFinding> From(ParsedResume resume, Document document)
    {
        var found = new List<QualityFinding>();
        var warnings = document.Warnings.ToDictionary(warning => warning.Kind, warning => warning.Count);
        var nothing = resume.Experience.Count == 0 && resume.Education.Count == 0 && resume.Skills.Count == 0 && resume.Emails.Count == 0 && resume.Phones.Count == 0;
        if (nothing)
            Add("nothing-recognised", FindingSeverity.Serious, "This does not look like a résumé. Check that it is the right file.");
        if (resume.FullName is null)
            Add("no-name", FindingSeverity.Serious, "No name was found. Enter it by hand.");
        if (resume.Emails.Count == 0 && resume.Phones.Count == 0)
            Add("no-contact", FindingSeverity.Serious, "Neither e-mail nor phone was found. Ask for contact data before sharing.");
        if (resume.Experience.Count > 0 && resume.Experience.All(entry => entry.Start is null && entry.End is null))
            Add("no-dates", FindingSeverity.Warning, "No role has dates, so months of experience are unknown.");
        if (resume.Experience.Count == 0 && !nothing)
            Add("no-experience", FindingSeverity.Warning, "No roles were recognised. Check the experience section by eye.");
        if (resume.Language is null)
            Add("language-unsure", FindingSeverity.Info, "The main language could not be told.");
        Warn(ReadingWarningKind.ImageOnlyPages, "scanned", FindingSeverity.Serious, "Pages are pictures without text. Ask for a file with text, or let it be read by OCR.");
        Warn(ReadingWarningKind.ColumnsUnsure, "columns-unsure", FindingSeverity.Warning, "The order of columns was unclear. Compare with the original.");
        Warn(ReadingWarningKind.HiddenText, "hidden-text", FindingSeverity.Serious, "The file holds text nobody sees. It was left out; look at it before you trust the file.");
        Warn(ReadingWarningKind.InstructionLikeText, "instruction-like-text", FindingSeverity.Serious, "The text speaks to a machine rather than a reader. It was treated as plain text.");
        Warn(ReadingWarningKind.UnmappedGlyphs, "unmapped-glyphs", FindingSeverity.Warning, "Some letters could not be read. Compare with the original.");
        Warn(ReadingWarningKind.Repaired, "repaired", FindingSeverity.Info, "The file was damaged; what could be found was read.");
        Warn(ReadingWarningKind.ExtensionMismatch, "extension-mismatch", FindingSeverity.Info, "The file's name and its content say different types.");
        Warn(ReadingWarningKind.PageLimit, "page-limit", FindingSeverity.Warning, "Only the first pages were read.");
        Warn(ReadingWarningKind.TextLimit, "text-limit", FindingSeverity.Warning, "Only the first part of the text was read.");
        Warn(ReadingWarningKind.UnusualCharacters, "unusual-characters", FindingSeverity.Info, "Control or direction characters were removed.");
        return found;

        void Add(string code, FindingSeverity severity, string advice) => found.Add(new QualityFinding(code, severity, advice, []));

        void Warn(ReadingWarningKind kind, string code, FindingSeverity severity, string advice)
        {
            if (warnings.ContainsKey(kind))
                Add(code, severity, advice);
        }
    }
}
