using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HotGigs.Api.Accounts;

/// <summary>Limits operations that anybody can try, by the caller's address and by the account they name.</summary>
internal static class AttemptLimits
{
    private const int Ipv6NetworkBytes = 8;

    /// <param name="operation">Each has its own count.</param>
    /// <param name="account">The normalised address of the account named, whether or not there is one; null when none is.</param>
    /// <returns>Null when allowed.</returns>
    internal static async Task<ProblemHttpResult?> CheckAsync(
        this AttemptLimiter limiter, HttpContext http, string operation, string? account, CancellationToken cancellationToken)
    {
        var keys = new List<string> { $"{operation}:ip:{AddressKey(http.Connection.RemoteIpAddress)}" };
        if (account is not null)
            keys.Add($"{operation}:account:{account}");
        if (await limiter.TryAsync(keys, cancellationToken) is not { } wait)
            return null;
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return AccountProblems.TooManyAttempts();
    }

    // Whoever has one IPv6 address has its whole /64.
    internal static string AddressKey(IPAddress? address)
    {
        if (address is null)
            return "none";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes))
            : address.ToString();
    }
}
