using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace HotGigs.Api.Http;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, checked in as <c>docs/openapi.json</c>.</summary>
internal static class ApiDescription
{
    private const string BearerScheme = "bearer";

    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "HotGigs",
                Version = "v1",
                Description = "Self-hosted talent platform: résumés in, candidates out, matched both ways with reasons anyone can check. "
                    + "Errors are problem+json with a stable `code`.",
            };
            // Where it runs is the installation's business, not the document's.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The accessToken of POST /api/auth/login.",
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (ApiExamples.For(context.JsonTypeInfo.Type) is { } example)
                schema.Examples = [example];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(BearerScheme, context.Document)] = [],
                }];
            }

            AddProblems(operation, metadata.OfType<ProblemCode>(), context.Document);
            return Task.CompletedTask;
        });
    });

    /// <summary>The document and two ways to read it; their files come from packages, nothing from elsewhere.</summary>
    internal static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs";
            options.SwaggerEndpoint("/openapi/v1.json", "HotGigs v1");
            options.DocumentTitle = "HotGigs API";
        });
        app.UseReDoc(options =>
        {
            options.RoutePrefix = "redoc";
            options.SpecUrl = "/openapi/v1.json";
            options.DocumentTitle = "HotGigs API";
            // The package's own page fetches fonts from elsewhere.
            options.IndexStream = () => typeof(ApiDescription).Assembly.GetManifestResourceStream("HotGigs.Api.Http.redoc.html")!;
        });
    }

    /// <summary>One answer for each status, with the codes it comes with.</summary>
    private static void AddProblems(OpenApiOperation operation, IEnumerable<ProblemCode> problems, OpenApiDocument? document)
    {
        operation.Responses ??= [];
        foreach (var status in problems.GroupBy(problem => problem.Status).OrderBy(status => status.Key))
        {
            var codes = status.Select(problem => problem.Code).Distinct().ToList();
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = "Problem with code " + string.Join(" or ", codes.Select(code => $"`{code}`")) + ".",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference("ProblemDetails", document),
                        Example = new JsonObject { ["status"] = status.Key, ["code"] = codes[0] },
                    },
                },
            };
        }
    }
}
