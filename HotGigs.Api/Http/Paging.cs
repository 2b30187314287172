using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Http;

/// <summary>How every list pages: <c>skip</c> and <c>limit</c>, or the cursor of the page before.</summary>
internal readonly record struct Paging(int Skip, int Limit)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const int MaxSkip = 100_000;

    /// <summary>Reads the paging of a request and refuses names of parameters that the list does not know.</summary>
    /// <param name="known">The list's own filters and <c>sort</c>.</param>
    internal static bool TryRead(HttpRequest request, ReadOnlySpan<string> known, out Paging paging, out ProblemHttpResult? problem)
    {
        paging = default;
        foreach (var name in request.Query.Keys)
        {
            if (name is "skip" or "limit" or "cursor" || known.Contains(name))
                continue;
            problem = Problems.Create(400, "unknown_parameter", "The list does not know a parameter.",
                $"Use only skip, limit, cursor{string.Concat(known.ToArray().Select(each => ", " + each))}.");
            return false;
        }

        var skip = Read(request.Query["skip"], 0, 0, MaxSkip);
        var limit = Read(request.Query["limit"], DefaultLimit, 1, MaxLimit);
        if (request.Query["cursor"] is [{ Length: > 0 } cursor])
            skip = Decode(cursor);
        if (skip is null || limit is null)
        {
            problem = Problems.Create(400, "paging_invalid", "The paging parameters are not valid.",
                $"Use skip 0-{MaxSkip}, limit 1-{MaxLimit} and a cursor as it was given.");
            return false;
        }

        paging = new Paging(skip.Value, limit.Value);
        problem = null;
        return true;
    }

    /// <returns>Null on the last page.</returns>
    internal string? NextCursor(int total) =>
        Skip + Limit < total ? Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"o{Skip + Limit}")) : null;

    private static int? Read(string? text, int otherwise, int min, int max) =>
        text is null ? otherwise : int.TryParse(text, out var value) && value >= min && value <= max ? value : null;

    private static int? Decode(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return cursor.Length <= 20 && Base64Url.TryDecodeFromChars(cursor, bytes, out var written) && written > 1 && bytes[0] == (byte)'o'
            && int.TryParse(Encoding.ASCII.GetString(bytes[1..written]), out var skip) && skip is >= 0 and <= MaxSkip
            ? skip
            : null;
    }
}
