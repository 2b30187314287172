using HotGigs.Core.Reading.Pdf.Content;
using HotGigs.Core.Reading.Pdf.Fonts;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;
using HotGigs.Core.Reading.Pdf.Words;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Reads one page after the other: content, form fields and links.</summary>
internal sealed class PageReader(PdfFile file)
{
    private readonly FontLoader _fonts = new(file);
    private readonly OptionalContent _layers = new(file);

    /// <summary>Reads a page; when a limit of the file is met, what was painted up to then.</summary>
    /// <param name="limit">The limit that was met; null when all is well.</param>
    public SourcePage Read(PdfDictionary page, int number, out PdfLimitException? limit)
    {
        var frame = PageFrame.Of(file, page);
        using var canvas = new PageCanvas(frame.Width, frame.Height, file.Budget);
        var context = new ContentContext(file, _fonts, _layers, canvas);
        List<SourceWord> words = [];
        List<SourceLink> links = [];
        limit = null;
        try
        {
            Show(page, frame, context);
            links = Links.Read(file, page, frame.ToPage);
        }
        catch (PdfLimitException met)
        {
            limit = met;
            file.Budget.AllowFinishing();
        }

        try
        {
            HiddenText.Judge(canvas, file.Budget);
            WordBuilder.Build(canvas, file.Budget, words);
        }
        catch (PdfLimitException met)
        {
            limit ??= met;
        }

        if (canvas.UnmappedGlyphs > 0)
            file.Budget.Warn(ReadingWarningKind.UnmappedGlyphs, canvas.UnmappedGlyphs);
        return new SourcePage(number, (float)frame.Width, (float)frame.Height, words, links, canvas.ImageCoverage) { PaintedPaths = canvas.PaintedPaths };
    }

    private void Show(PdfDictionary page, PageFrame frame, ContentContext context)
    {
        var resources = file.GetDictionary(page, "Resources") ?? [];
        var content = Content(page);
        ContentInterpreter.Run(context, content, resources, NewState(frame, context));
        FormFields.Show(context, page, NewState(frame, context));
    }

    private static GraphicsState NewState(PageFrame frame, ContentContext context) => new() { Ctm = frame.ToPage, Clip = context.Canvas.Page };

    /// <summary>Several streams are one, cut anywhere between two tokens.</summary>
    private ArraySegment<byte> Content(PdfDictionary page)
    {
        switch (file.Get(page, "Contents"))
        {
            case PdfStream single:
                return file.DecodeOrNothing(single);
            case PdfArray { Count: 1 } array when file.Resolve(array[0]) is PdfStream only:
                return file.DecodeOrNothing(only);
            case PdfArray array:
                using (var joined = new MemoryStream())
                {
                    foreach (var item in array)
                    {
                        file.Budget.Tick();
                        if (file.Resolve(item) is not PdfStream part)
                            continue;
                        joined.Write(file.DecodeOrNothing(part));
                        joined.WriteByte((byte)'\n');
                        if (joined.Length > file.Budget.Limits.MaxDecodedStreamBytes)
                        {
                            file.Budget.Warn(ReadingWarningKind.SizeLimit);
                            break;
                        }
                    }

                    return new ArraySegment<byte>(joined.GetBuffer(), 0, (int)joined.Length);
                }

            default:
                return ArraySegment<byte>.Empty;
        }
    }
}
