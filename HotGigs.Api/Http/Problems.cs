using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HotGigs.Api.Http;

/// <summary>The one place that makes problem+json answers. Their texts never repeat input, names or file names.</summary>
internal static class Problems
{
    private const string TypePrefix = "https://hotgigs.example/problems/";

    /// <param name="code">Stable snake_case name that programs can rely on.</param>
    /// <param name="title">What happened, in one short sentence.</param>
    /// <param name="detail">What the caller can do about it.</param>
    internal static ProblemHttpResult Create(int status, string code, string title, string detail) =>
        TypedResults.Problem(Details(status, code, title, detail));

    internal static ProblemDetails Details(int status, string code, string title, string detail) => new()
    {
        Type = TypePrefix + code.Replace('_', '-'),
        Title = title,
        Status = status,
        Detail = detail,
        Extensions = { ["code"] = code, ["traceId"] = Activity.Current?.TraceId.ToString() },
    };

    /// <summary>Not there, or not the caller's: the same answer for both.</summary>
    internal static ProblemHttpResult NotFound() =>
        Create(StatusCodes.Status404NotFound, "not_found", "There is no such resource.", "Check the id; it may have been deleted or belong to somebody else.");

    /// <summary>400 that names the field, in the shape of validation problems.</summary>
    internal static ProblemHttpResult MissingField(string field, string detail)
    {
        var details = Details(StatusCodes.Status400BadRequest, "field_missing", "A field is missing.", detail);
        details.Extensions["errors"] = new Dictionary<string, string[]> { [field] = ["This field is required."] };
        return TypedResults.Problem(details);
    }

    /// <summary>400 that names the field and says what is expected there.</summary>
    internal static ProblemHttpResult InvalidField(string field, string expected)
    {
        var details = Details(StatusCodes.Status400BadRequest, "field_invalid", "A field is not valid.", "See errors for what is expected.");
        details.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [expected] };
        return TypedResults.Problem(details);
    }

    /// <summary>The caller sees the candidate but was not given this.</summary>
    internal static ProblemHttpResult ContactHidden() =>
        Create(StatusCodes.Status403Forbidden, "contact_hidden", "Contact data is not shared with you.", "Ask an admin to share this candidate with the right to view contact data.");

    /// <summary>Asked for what only a parsed résumé has.</summary>
    internal static ProblemHttpResult NotParsed() =>
        Create(StatusCodes.Status409Conflict, "not_parsed", "The résumé has no parse.", "Ask its status; it may still be waiting, or it could not be read.");
}
