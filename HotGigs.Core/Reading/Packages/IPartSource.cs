namespace HotGigs.Core.Reading.Packages;

/// <summary>The named parts of an Office package: a ZIP file, or one flat XML file.</summary>
internal interface IPartSource
{
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Null when there is no such part. Part names ignore case, as the packaging standard says.</summary>
    /// <exception cref="ReadingException">The part exists and cannot be read.</exception>
    Stream? Open(string name);
}
