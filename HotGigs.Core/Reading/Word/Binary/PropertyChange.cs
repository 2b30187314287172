using System.Buffers.Binary;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>One property modifier ("sprm") of a binary Word document.</summary>
internal readonly ref struct PropertyChange
{
    public ushort Code { get; private init; }

    public ReadOnlySpan<byte> Operand { get; private init; }

    public bool IsOn => Operand.Length > 0 && Operand[0] is 1 or 0x81;

    public int Value => Operand.Length switch
    {
        >= 4 => BinaryPrimitives.ReadInt32LittleEndian(Operand),
        >= 2 => BinaryPrimitives.ReadUInt16LittleEndian(Operand),
        1 => Operand[0],
        _ => 0,
    };

    /// <summary>Takes the next change off the list; false at its end.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> list, out PropertyChange change)
    {
        const int DefineTable = 0xD608;
        change = default;
        if (list.Length < 3)
            return false;
        var code = BinaryPrimitives.ReadUInt16LittleEndian(list);
        var rest = list[2..];
        var (skip, length) = (code >> 13) switch
        {
            0 or 1 => (0, 1),
            2 or 4 or 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ when code == DefineTable => (2, rest.Length >= 2 ? Math.Max(0, BinaryPrimitives.ReadUInt16LittleEndian(rest) - 1) : 0),
            _ => (1, rest[0]),
        };
        if (skip + length > rest.Length)
            return false;
        change = new PropertyChange { Code = code, Operand = rest.Slice(skip, length) };
        list = rest[(skip + length)..];
        return true;
    }
}
