using HotGigs.Core.Resumes;

namespace HotGigs.Api.Resumes;

/// <summary>What to tell people about a résumé's state and code.</summary>
internal static class ReadingAdvice
{
    internal static string Step(ResumeState state) => state switch
    {
        ResumeState.Queued => "Waiting to be read",
        ResumeState.Reading => "Reading and parsing",
        ResumeState.Parsed => "Done",
        ResumeState.NeedsOcr => "Waiting for text recognition",
        ResumeState.Failed => "Could not be read",
    };

    /// <returns>0-100.</returns>
    internal static int Percent(ResumeState state) => state switch
    {
        ResumeState.Queued => 0,
        ResumeState.Reading => 40,
        ResumeState.Parsed or ResumeState.NeedsOcr or ResumeState.Failed => 100,
    };

    internal static string? WhatToDo(string? code) => code switch
    {
        null => null,
        "password-protected" => "Remove the password from the file and upload it again.",
        "corrupt" => "The file is damaged. Open it in the program that made it, save it anew and upload that.",
        "too-complex" => "The file goes beyond the limits on pages, size or nesting. Save a simpler version, best as PDF, and upload that.",
        "no-text" => "There is no text in the file. Upload the version that holds the résumé's text.",
        "no-text-layer" => "The pages are pictures. Upload a version with real text, or ask the administrator to install text recognition.",
        "type-mismatch" => "The file is not a PDF or Word document. Save it as PDF or DOCX and upload that.",
        "unsupported-version" => "The file comes from a Word version before 97 or is rights-managed. Save it as DOCX or PDF and upload that.",
        "reader-died" => "The file could not be read safely. Save it anew as PDF and upload that; the original is kept.",
        "malware" => "The file was found to be harmful and is not opened. Check the computer it came from.",
        _ => "Save the file anew as PDF or DOCX and upload that.",
    };
}
