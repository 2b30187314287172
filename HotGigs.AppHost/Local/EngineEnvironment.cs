using HotGigs.AppHost.Local.Processes;
using HotGigs.AppHost.Local.Resources;

namespace HotGigs.AppHost.Local;

/// <summary>Files that tell a project started by hand where the engines are: <c>set -a; . FILE; set +a; dotnet run --project HotGigs.Api</c>.</summary>
internal static class EngineEnvironment
{
    /// <returns>The files, one per project, readable by this user alone: they hold passwords.</returns>
    internal static string Write(LocalRun run) =>
        string.Join(", ", run.Manifest.Resources.Where(resource => resource.IsProject).Select(resource => Write(run, resource)));

    private static string Write(LocalRun run, Model.ManifestResource project)
    {
        var file = Path.Combine(run.Data, $"{project.Name}.env");
        var lines = project.Environment
            .Where(pair => !ProjectProcess.PublishedOnly.Contains(pair.Key) && !run.Values.NeedsAbsent(pair.Value))
            .Select(pair => $"{pair.Key}='{run.Values.Evaluate(pair.Value)}'\n");
        Unix.WriteSecretFile(file, string.Concat(lines));
        return file;
    }
}
