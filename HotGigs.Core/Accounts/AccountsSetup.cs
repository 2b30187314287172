using HotGigs.Core.Activity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

public static class AccountsSetup
{
    /// <summary>Everything about accounts that knows no HTTP. The database context is registered by the host.</summary>
    public static IServiceCollection AddAccountServices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHotGigsDataProtection(configuration);
        services.AddOptions<AccountOptions>()
            .Bind(configuration.GetSection(AccountOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<AccountOptions>>(
            (hasher, options) => hasher.IterationCount = options.Value.PasswordIterations);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<SigningKeyRing>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<AccountOptions>>().Value;
            return new AccessTokens(options.Issuer, options.Audience, options.AccessTokenLifetime, provider.GetRequiredService<TimeProvider>());
        });
        services.TryAddScoped<ActorContext>();
        services.TryAddScoped<ActivityLog>();
        services.AddScoped<AccountDirectory>();
        services.AddScoped<AttemptLimiter>();
        services.AddScoped<Sessions>();
        services.AddScoped<SessionRefresh>();
        services.AddScoped<SignIn>();
        services.AddScoped<Registration>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<Passwords>();
        services.AddScoped<Members>();
        return services;
    }
}
