using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

/// <summary>Configuration section <c>HotGigs:DataProtection</c>.</summary>
public sealed class DataProtectionKeyOptions
{
    public const string Section = "HotGigs:DataProtection";
    public const int KeyBytes = 32;

    /// <summary>Base64 of 32 random bytes; encrypts the ring at rest. The same in every process; losing it loses what the ring encrypted.</summary>
    public string Key { get; set; } = "";

    internal byte[]? Decode()
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(Key, bytes, out var written) && written == KeyBytes ? bytes : null;
    }
}

public static class DataProtectionSetup
{
    public const string ApplicationName = "HotGigs";

    /// <summary>One Data Protection ring for all processes: in Postgres, encrypted with the configured key.</summary>
    public static IServiceCollection AddHotGigsDataProtection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataProtectionKeyOptions>()
            .Bind(configuration.GetSection(DataProtectionKeyOptions.Section))
            .Validate(options => options.Decode() is not null, "HotGigs:DataProtection:Key must be 32 random bytes in base64 (openssl rand -base64 32).")
            .ValidateOnStart();
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
            {
                options.XmlRepository = new PostgresKeyRepository(
                    provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>());
                options.XmlEncryptor = new ConfiguredKeyEncryptor(provider.GetRequiredService<IOptions<DataProtectionKeyOptions>>());
            }));
        return services;
    }
}
