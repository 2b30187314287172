using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Reads Word documents of the Office Open XML family: zipped or flat, transitional or strict, with or without macros.</summary>
internal static class DocxReader
{
    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var budget = new ReadingBudget(limits, cancellationToken);
        return Read(ZipPackage.Open(content, budget), FileFormat.Docx, budget);
    }

    public static Document Read(IPartSource package, FileFormat format, ReadingBudget budget)
    {
        var builder = new DocumentBuilder(format, budget.Limits);
        builder.BeginPage();
        new WordDocument(package, builder, budget).Read();
        return builder.Build();
    }
}
