using Microsoft.Extensions.Configuration;

namespace HotGigs.ServiceDefaults;

/// <summary>
/// Resolves <c>http://api</c>, <c>https://api</c> or <c>https+http://api</c> by <c>services:api:{scheme}:0</c>, which the AppHost sets;
/// other addresses pass untouched.
/// </summary>
internal sealed class ServiceDiscoveryHandler(IConfiguration configuration) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsAbsoluteUri: true } uri)
            request.RequestUri = Resolve(uri);
        return base.SendAsync(request, cancellationToken);
    }

    private Uri Resolve(Uri uri)
    {
        var service = configuration.GetSection($"services:{uri.Host}");
        foreach (var scheme in uri.Scheme.Split('+'))
        {
            if (service[$"{scheme}:0"] is { Length: > 0 } address && Uri.TryCreate(address, UriKind.Absolute, out var target))
                return new UriBuilder(uri) { Scheme = target.Scheme, Host = target.Host, Port = target.Port }.Uri;
        }

        return uri;
    }
}
