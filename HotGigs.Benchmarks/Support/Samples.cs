using System.Security.Cryptography;
using HotGigs.Worker.Reading;

namespace HotGigs.Benchmarks.Support;

internal static class Samples
{
    /// <summary>A small PDF with random bytes behind its end, so that each is another file of the same size.</summary>
    internal static byte[] Pdf(int bytes)
    {
        var file = RandomNumberGenerator.GetBytes(bytes);
        ReaderSamples.Pdf().CopyTo(file, 0);
        return file;
    }
}
