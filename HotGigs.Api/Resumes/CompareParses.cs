using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Parsing.Output;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class CompareParses
{
    /// <summary>What two parses say differently, before one is applied.</summary>
    /// <param name="from">A parse's id; the one in force by default.</param>
    /// <param name="to">A parse's id; the newest by default.</param>
    internal static async Task<Results<Ok<ParseDifference>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid? from, Guid? to, ActorContext context, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        if (seen.Resume.ParseId is not { } inForce)
            return Problems.NotParsed();
        var parses = ListParses.ParsesOf(db, seen.Resume);
        var newest = to ?? await parses.OrderByDescending(parse => parse.ParsedAt).ThenByDescending(parse => parse.Id)
            .Select(parse => parse.Id).FirstAsync(cancellationToken);
        var before = await FindAsync(parses, from ?? inForce, cancellationToken);
        var after = await FindAsync(parses, newest, cancellationToken);
        if (before is null || after is null)
            return Problems.NotFound();
        var fields = ParseDiff.Between(ParseCodec.DeserializeParsed(before), ParseCodec.DeserializeParsed(after));
        return TypedResults.Ok(new ParseDifference(from ?? inForce, newest, [.. fields.Select(each => new FieldDifference(each.Field, each.Before, each.After))]));
    }

    private static Task<string?> FindAsync(IQueryable<ResumeParse> parses, Guid parseId, CancellationToken cancellationToken) =>
        parses.Where(parse => parse.Id == parseId).Select(parse => parse.Parsed).SingleOrDefaultAsync(cancellationToken);
}
