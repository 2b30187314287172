namespace HotGigs.Core.Reading.Pdf.Encryption;

/// <summary>The RC4 stream cipher; .NET has none, and PDFs before 1.6 use it.</summary>
internal static class Rc4
{
    public static byte[] Transform(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        Span<byte> state = stackalloc byte[256];
        for (var i = 0; i < state.Length; i++)
            state[i] = (byte)i;
        var swap = 0;
        for (var i = 0; i < state.Length; i++)
        {
            swap = (swap + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[swap]) = (state[swap], state[i]);
        }

        var result = new byte[data.Length];
        int first = 0, second = 0;
        for (var i = 0; i < data.Length; i++)
        {
            first = (first + 1) & 0xFF;
            second = (second + state[first]) & 0xFF;
            (state[first], state[second]) = (state[second], state[first]);
            result[i] = (byte)(data[i] ^ state[(state[first] + state[second]) & 0xFF]);
        }

        return result;
    }
}
