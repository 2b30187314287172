namespace HotGigs.Core.Data;

/// <summary>The SQL that EF's model cannot say (policies, grants, functions), embedded from <c>Data/Sql</c>.</summary>
internal static class SqlFiles
{
    /// <exception cref="InvalidOperationException">No such file was embedded.</exception>
    internal static string Read(string name)
    {
        using var stream = typeof(SqlFiles).Assembly.GetManifestResourceStream($"HotGigs.Core.Data.Sql.{name}")
            ?? throw new InvalidOperationException($"The SQL file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
