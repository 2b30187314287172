// HotGigs as an Aspire application. Compiled with UseAspire=true only; otherwise Local/ runs aspire-manifest.json, which this model publishes
// (`dotnet run --project HotGigs.AppHost --launch-profile manifest -p:UseAspire=true`). A test holds the two equal.
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

// Parameters: user secret Parameters:NAME or environment variable Parameters__NAME, dashes as underscores.
var postgresPassword = builder.AddGeneratedSecret("postgres-password", length: 24);
var appPassword = builder.AddGeneratedSecret("app-db-password", length: 24);
var workerPassword = builder.AddGeneratedSecret("worker-db-password", length: 24);
// 43 letters and digits and one "=" are 32 bytes in base64, which is what the key must be and no generator of parameters makes.
var dataProtectionKey = builder.AddGeneratedSecret("data-protection-key", length: 43);
var aiEndpoint = builder.AddOptional("ai-endpoint");
var aiKey = builder.AddOptional("ai-key", secret: true);
var aiModel = builder.AddOptional("ai-model");
var googleClientId = builder.AddOptional("google-client-id");
var googleClientSecret = builder.AddOptional("google-client-secret", secret: true);

// The three stores.
var postgres = builder.AddPostgres("postgres", password: postgresPassword)
    .WithDataVolume("hotgigs-postgres");
var database = postgres.AddDatabase("hotgigsdb");
var redis = builder.AddRedis("redis")
    .WithDataVolume("hotgigs-redis")
    .WithPersistence(TimeSpan.FromMinutes(1), keysChangedThreshold: 10);
var blobs = builder.AddAzureStorage("storage")
    .RunAsEmulator(azurite => azurite.WithDataVolume("hotgigs-azurite"))
    .AddBlobs("blobs");

// The only one with the owner's connection string: it migrates, and gives Api and Worker roles that own nothing.
var migrations = builder.AddProject<Projects.HotGigs_Api>("migrations", options => options.ExcludeLaunchProfile = true)
    .WithArgs("db", "migrate")
    .WithReference(database).WaitFor(database)
    .WithEnvironment("HotGigs__Database__AppPassword", appPassword)
    .WithEnvironment("HotGigs__Database__WorkerPassword", workerPassword);

// Endpoints are told here and not by launch profiles, so that both modes listen on the same ports.
builder.AddProject<Projects.HotGigs_Api>("api", options => options.ExcludeLaunchProfile = true)
    .WithHttpEndpoint(port: builder.ExecutionContext.IsRunMode ? 5080 : null)
    .WithExternalHttpEndpoints()
    .WithDatabaseLogin(postgres, database, "hotgigs_app", appPassword)
    .WithReference(redis).WaitFor(redis)
    .WithReference(blobs).WaitFor(blobs)
    .WaitForCompletion(migrations)
    .WithEnvironment("HotGigs__DataProtection__Key", ReferenceExpression.Create($"{dataProtectionKey}="))
    .WithEnvironment("HotGigs__Ai__Endpoint", aiEndpoint)
    .WithEnvironment("HotGigs__Ai__Key", aiKey)
    .WithEnvironment("HotGigs__Ai__Model", aiModel)
    .WithEnvironment("HotGigs__Google__ClientId", googleClientId)
    .WithEnvironment("HotGigs__Google__ClientSecret", googleClientSecret)
    .WithEnvironmentName()
    .WithHttpHealthCheck("/health");

builder.AddProject<Projects.HotGigs_Worker>("worker", options => options.ExcludeLaunchProfile = true)
    .WithHttpEndpoint(port: builder.ExecutionContext.IsRunMode ? 5081 : null)
    .WithDatabaseLogin(postgres, database, "hotgigs_worker", workerPassword)
    .WithReference(redis).WaitFor(redis)
    .WithReference(blobs).WaitFor(blobs)
    .WaitForCompletion(migrations)
    .WithEnvironment("HotGigs__DataProtection__Key", ReferenceExpression.Create($"{dataProtectionKey}="))
    .WithEnvironment("HotGigs__Ai__Endpoint", aiEndpoint)
    .WithEnvironment("HotGigs__Ai__Key", aiKey)
    .WithEnvironment("HotGigs__Ai__Model", aiModel)
    .WithEnvironment("HotGigs__Google__ClientId", googleClientId)
    .WithEnvironment("HotGigs__Google__ClientSecret", googleClientSecret)
    .WithEnvironmentName()
    .WithHttpHealthCheck("/health")
    .WithReplicas(builder.Configuration.GetValue("HotGigs:Replicas:worker", 1));

builder.Build().Run();

/// <summary>The words of this model that Aspire doesn't have.</summary>
internal static class ModelExtensions
{
    /// <summary>A secret made on the first run and kept in the user secrets.</summary>
    internal static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name, int length) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = length, Special = false }, secret: true, persist: true);

    /// <summary>A parameter that is empty when nobody sets it. Aspire would hold back whoever needs an unset one.</summary>
    internal static IResourceBuilder<ParameterResource> AddOptional(this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        var configuration = builder.Configuration;
        return builder.AddParameter(
            name,
            () => configuration[$"Parameters:{name}"] ?? configuration[$"Parameters:{name.Replace('-', '_')}"] ?? "",
            publishValueAsDefault: !secret,
            secret);
    }

    /// <summary>The database as a role of its own, under the connection name that a reference to it would have.</summary>
    internal static IResourceBuilder<ProjectResource> WithDatabaseLogin(
        this IResourceBuilder<ProjectResource> project,
        IResourceBuilder<PostgresServerResource> server,
        IResourceBuilder<PostgresDatabaseResource> database,
        string role,
        IResourceBuilder<ParameterResource> password)
    {
        var tcp = server.GetEndpoint("tcp");
        var login = ReferenceExpression.Create(
            $"Host={tcp.Property(EndpointProperty.Host)};Port={tcp.Property(EndpointProperty.Port)};Username={role};Password={password};Database={database.Resource.DatabaseName}");
        return project.WithEnvironment($"ConnectionStrings__{database.Resource.Name}", login).WaitFor(database);
    }

    /// <summary>Without launch profiles, nobody else says that this is a development machine.</summary>
    internal static IResourceBuilder<ProjectResource> WithEnvironmentName(this IResourceBuilder<ProjectResource> project)
    {
        var builder = project.ApplicationBuilder;
        return builder.ExecutionContext.IsRunMode ? project.WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName) : project;
    }
}
