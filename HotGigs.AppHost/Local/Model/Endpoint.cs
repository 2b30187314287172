namespace HotGigs.AppHost.Local.Model;

/// <summary>Where a binding of a resource listens. Loopback only.</summary>
internal sealed record Endpoint(string Scheme, int Port)
{
    internal const string Host = "127.0.0.1";

    internal string Url => $"{Scheme}://{Host}:{Port}";
}
