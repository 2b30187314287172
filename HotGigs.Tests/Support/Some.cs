using System.Security.Cryptography;

namespace HotGigs.Tests.Support;

/// <summary>Values of which only the kind matters. Each call gives another.</summary>
internal static class Some
{
    internal const string Password = "correct horse battery staple";

    internal static string Word() => RandomNumberGenerator.GetHexString(10, lowercase: true);

    internal static string Email() => $"{Word()}@example.com";
}
