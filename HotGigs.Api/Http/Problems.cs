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
}
