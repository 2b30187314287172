using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace HotGigs.ServiceDefaults;

/// <summary>Reads settings where Aspire's client packages read them: the section, then its part for this connection; then the connection string.</summary>
internal static class ClientSettings
{
    public static T Read<T>(IHostApplicationBuilder builder, string section, params string[] names)
        where T : class, new()
    {
        var settings = new T();
        var configuration = builder.Configuration.GetSection(section);
        configuration.Bind(settings);
        foreach (var name in names)
            configuration.GetSection(name).Bind(settings);
        return settings;
    }
}
