namespace HotGigs.Core.Reading;

/// <summary>How reading one file ended. Reading never throws for what a file holds.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>Text was found.</summary>
    public sealed record Read(Document Document) : ReadResult;

    /// <summary>The pages are pictures: fewer than 50 letters a page.</summary>
    /// <param name="Document">What little text there is, and the pages.</param>
    public sealed record NeedsOcr(Document Document) : ReadResult;

    public sealed record Failed(ReadingFailure Reason) : ReadResult;
}

/// <summary>Why a file could not be read. The wire form is kebab-case, see <see cref="ReadingFailureCodes"/>.</summary>
public enum ReadingFailure
{
    /// <summary>A password is needed to open it.</summary>
    PasswordProtected,

    /// <summary>Damaged beyond repair, or not what its first bytes promise.</summary>
    Corrupt,

    /// <summary>A limit on pages, size, depth, parts or time was met before any usable text was found.</summary>
    TooComplex,

    /// <summary>Opened and readable, but it holds no text and no page pictures.</summary>
    NoText,

    /// <summary>Its bytes are of a type that is not read.</summary>
    TypeMismatch,

    /// <summary>A Word version before 97, or a rights-managed placeholder.</summary>
    UnsupportedVersion,

    /// <summary>The reader process died twice on it.</summary>
    ReaderDied,

    Malware,
}

public static class ReadingFailureCodes
{
    /// <summary>The stable code people and programs see.</summary>
    public static string ToCode(this ReadingFailure failure) => failure switch
    {
        ReadingFailure.PasswordProtected => "password-protected",
        ReadingFailure.Corrupt => "corrupt",
        ReadingFailure.TooComplex => "too-complex",
        ReadingFailure.NoText => "no-text",
        ReadingFailure.TypeMismatch => "type-mismatch",
        ReadingFailure.UnsupportedVersion => "unsupported-version",
        ReadingFailure.ReaderDied => "reader-died",
        ReadingFailure.Malware => "malware",
    };
}
