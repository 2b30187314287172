using System.ComponentModel;
using System.Diagnostics;

namespace HotGigs.Benchmarks.Reading;

/// <summary>Poppler's extractor, one process a file: the usual way to get a PDF's text.</summary>
internal static class PdfToText
{
    internal static async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync("-v", cancellationToken);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    internal static async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken),
            process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
    }
}
