using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HotGigs.Api.Resumes;

internal static class GetResumeData
{
    private const string OwnFormat = "hotgigs";
    private const string JsonResumeFormat = "jsonresume";

    /// <summary>What a résumé says, each field with its confidence and the words it was read from.</summary>
    /// <remarks>With <c>format=jsonresume</c> the answer has the JSON Resume 1.0.0 schema, without confidences and spans.</remarks>
    /// <param name="format"><c>hotgigs</c> (also when left out) or <c>jsonresume</c>.</param>
    internal static async Task<Results<Ok<ResumeData>, Ok<JsonResumeData>, ProblemHttpResult>> HandleAsync(
        Guid id, string? format, ActorContext context, HotGigsDbContext db, ResumeProfiles profiles, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (format is not (null or OwnFormat or JsonResumeFormat))
            return Problems.Create(400, "unknown_format", "There is no such format.", "Ask for format=hotgigs or format=jsonresume.");
        if (await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        if (await profiles.ReadAsync(seen.Resume, cancellationToken) is not { } profile)
            return Problems.NotParsed();
        return format == JsonResumeFormat
            ? TypedResults.Ok(profile.Parsed.ToJsonResume())
            : TypedResults.Ok(profile.Parsed.ToData(id, profile.Corrected));
    }

    /// <summary>The description has room for one type per status, and would show the last one only.</summary>
    internal static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.Responses?["200"].Content is { } content)
        {
            content["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    OneOf =
                    [
                        new OpenApiSchemaReference(nameof(ResumeData), context.Document),
                        new OpenApiSchemaReference(nameof(JsonResumeData), context.Document),
                    ],
                },
            };
        }

        return Task.CompletedTask;
    }
}
