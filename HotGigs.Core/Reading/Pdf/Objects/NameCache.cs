using System.Text;

namespace HotGigs.Core.Reading.Pdf.Objects;

/// <summary>Gives equal names and operators one string without allocating each time; of fixed size, whatever the file holds.</summary>
internal sealed class NameCache
{
    private const int Slots = 1_024;
    private readonly string?[] _strings = new string?[Slots];

    public string Get(ReadOnlySpan<byte> bytes)
    {
        var hash = 17u;
        foreach (var b in bytes)
            hash = (hash * 31) + b;
        ref var slot = ref _strings[hash % Slots];
        if (slot is not null && Equal(slot, bytes))
            return slot;
        return slot = Encoding.Latin1.GetString(bytes);
    }

    private static bool Equal(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length)
            return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i])
                return false;
        }

        return true;
    }
}
