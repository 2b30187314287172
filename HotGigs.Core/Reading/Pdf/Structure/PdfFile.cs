using HotGigs.Core.Reading.Pdf.Encryption;
using HotGigs.Core.Reading.Pdf.Filters;
using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <summary>The objects of one file: finds, reads, decrypts and keeps them.</summary>
internal sealed partial class PdfFile
{
    /// <summary>Objects being read while another needs them: a stream whose length is an object in a stream, and so on.</summary>
    private const int MaxNestedReads = 16;

    private const int MaxReferenceChain = 32;
    private const int LargestKeptStream = 256 * 1024;
    private const int MostKeptStreamBytes = 16 * 1024 * 1024;

    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, ObjectStream?> _objectStreams = [];
    private readonly HashSet<int> _reading = [];
    private readonly StreamDecoder _decoder;
    private CrossReferences _references;
    private StandardSecurityHandler? _security;
    private int? _encryptObject;
    private bool _repaired;
    private int _keptStreamBytes;

    private PdfFile(byte[] bytes, PdfBudget budget)
    {
        Bytes = bytes;
        Budget = budget;
        _decoder = new StreamDecoder(this, budget);
        _references = new CrossReferences();
    }

    public byte[] Bytes { get; }

    public PdfBudget Budget { get; }

    public NameCache Names { get; } = new();

    public PdfDictionary Trailer => _references.Trailer;

    public PdfDictionary? Catalog => GetDictionary(Trailer, "Root");

    /// <summary>Object numbers known to the cross-references, ascending.</summary>
    public IEnumerable<int> ObjectNumbers => _references.Entries.Keys.Order();

    /// <summary>Reads the cross-references, or finds the objects by scanning where these are damaged.</summary>
    /// <exception cref="ReadingException">The file needs a password.</exception>
    /// <exception cref="PdfLimitException">A limit of the whole file is met.</exception>
    public static PdfFile Open(byte[] bytes, PdfBudget budget)
    {
        var file = new PdfFile(bytes, budget);
        var references = CrossReferenceReader.TryRead(file);
        if (references is not null)
        {
            file._references = references;
            file.SetUpDecryption();
        }

        if (file.Catalog is not { } catalog || file.GetDictionary(catalog, "Pages") is null)
            file.Repair();
        return file;
    }

    public object? Resolve(object? value)
    {
        for (var i = 0; value is PdfReference reference; i++)
        {
            if (i >= MaxReferenceChain)
            {
                Budget.Warn(ReadingWarningKind.DepthLimit);
                return null;
            }

            value = GetObject(reference.Number);
        }

        return value;
    }

    /// <exception cref="PdfDamageException">It cannot be decoded.</exception>
    public byte[] Decode(PdfStream stream)
    {
        if (stream.Decoded is { } kept)
            return kept;
        var raw = stream.Raw;
        if (_security is not null && stream.Id.Number > 0 && !KeepsOwnEncoding(stream.Dictionary))
            raw = _security.DecryptStream(raw, stream.Id);
        var decoded = _decoder.Decode(stream.Dictionary, raw);
        if (decoded.Length <= LargestKeptStream && _keptStreamBytes + decoded.Length <= MostKeptStreamBytes)
        {
            _keptStreamBytes += decoded.Length;
            stream.Decoded = decoded;
        }

        return decoded;
    }

    /// <summary>Empty for what cannot be decoded, with a warning.</summary>
    public byte[] DecodeOrNothing(PdfStream stream)
    {
        try
        {
            return Decode(stream);
        }
        catch (PdfDamageException)
        {
            Budget.Warn(ReadingWarningKind.PartUnreadable);
            return [];
        }
    }

    /// <summary>Reads the object that stands at an offset; the stream length must stand in it or be known by reference.</summary>
    /// <returns>Null identity when no object begins there.</returns>
    public (PdfReference? Id, object? Value) ReadObjectAt(long offset)
    {
        if (offset < 0 || offset >= Bytes.Length)
            return (null, null);
        var lexer = new PdfLexer(Bytes, (int)offset, Bytes.Length, Names);
        if (lexer.Read() != PdfToken.Number)
            return (null, null);
        var number = (int)lexer.Number;
        if (lexer.Read() != PdfToken.Number)
            return (null, null);
        var id = new PdfReference(number, (int)lexer.Number);
        if (!lexer.TrySkipKeyword("obj"u8))
            return (null, null);
        var value = new PdfObjectParser(lexer, Budget).ReadValue();
        if (value is double target)
            return (id, ReferenceOrNumber(lexer, target));
        if (value is PdfDictionary dictionary && lexer.TrySkipKeyword("stream"u8))
            return (id, new PdfStream(dictionary, StreamBytes(lexer.Position, dictionary), id));
        return (id, value);
    }

    private static object? ReferenceOrNumber(PdfLexer lexer, double number) =>
        lexer.Read() == PdfToken.Number && lexer.Number is var generation && lexer.TrySkipKeyword("R"u8)
            ? new PdfReference((int)number, (int)generation)
            : PdfObjectParser.Box(number);

    /// <summary>Finds the end by the stated length when <c>endstream</c> follows it, else by searching.</summary>
    private ReadOnlyMemory<byte> StreamBytes(int start, PdfDictionary dictionary)
    {
        if (start < Bytes.Length && Bytes[start] == '\r')
            start++;
        if (start < Bytes.Length && Bytes[start] == '\n')
            start++;
        if (Get(dictionary, "Length") is double stated && stated >= 0 && start + stated <= Bytes.Length)
        {
            var end = start + (int)stated;
            var after = end;
            while (after < Bytes.Length && PdfLexer.IsWhiteSpace(Bytes[after]))
                after++;
            if (Bytes.AsSpan(after).StartsWith("endstream"u8))
                return Bytes.AsMemory(start, end - start);
        }

        var rest = Bytes.AsSpan(start);
        var length = rest.IndexOf("endstream"u8);
        if (length < 0)
            length = rest.IndexOf("endobj"u8);
        return Bytes.AsMemory(start, length < 0 ? rest.Length : length);
    }

    private object? GetObject(int number)
    {
        if (_objects.TryGetValue(number, out var known))
            return known;
        if (!_references.Entries.TryGetValue(number, out var entry) || entry.IsFree)
            return null;
        if (_reading.Count >= MaxNestedReads || !_reading.Add(number))
            return null;
        Budget.Tick();
        object? value;
        try
        {
            if (entry.ObjectStream is { } container)
            {
                value = GetObjectStream(container)?.Read(number, (int)entry.Offset, this);
            }
            else
            {
                (var id, value) = ReadObjectAt(entry.Offset);
                if (id?.Number != number)
                {
                    if (_repaired)
                        return null;
                    Repair();
                    _reading.Remove(number);
                    return GetObject(number);
                }

                if (_security is not null && number != _encryptObject)
                    _security.DecryptStrings(value, id);
            }
        }
        finally
        {
            _reading.Remove(number);
        }

        return _objects[number] = value;
    }

    private ObjectStream? GetObjectStream(int number)
    {
        if (_objectStreams.TryGetValue(number, out var known))
            return known;
        ObjectStream? opened = null;
        if (GetObject(number) is PdfStream stream)
        {
            try
            {
                opened = ObjectStream.Open(this, stream);
            }
            catch (PdfDamageException)
            {
                Budget.Warn(ReadingWarningKind.PartUnreadable);
            }
        }

        return _objectStreams[number] = opened;
    }

    /// <summary>Cross-reference streams are never encrypted; a Crypt filter without a name means "as it stands".</summary>
    private bool KeepsOwnEncoding(PdfDictionary dictionary)
    {
        if (GetName(dictionary, "Type") == "XRef")
            return true;
        var filter = Get(dictionary, "Filter");
        var first = filter is PdfArray { Count: > 0 } filters ? Resolve(filters[0]) : filter;
        return first is PdfName { Value: "Crypt" };
    }

    private void Repair()
    {
        if (_repaired)
            return;
        _repaired = true;
        Budget.Warn(ReadingWarningKind.Repaired);
        Forget();
        _references = CrossReferenceRepair.FindObjects(this);
        SetUpDecryption();
        CrossReferenceRepair.AddCompressedObjects(this, _references);
        if (Catalog is not { } catalog || GetDictionary(catalog, "Pages") is null)
            CrossReferenceRepair.FindCatalog(this, _references);
    }

    private void SetUpDecryption()
    {
        _security = null;
        _encryptObject = (Trailer.GetValueOrDefault("Encrypt") as PdfReference)?.Number;
        if (GetDictionary(Trailer, "Encrypt") is not { } encrypt)
            return;
        var fileId = GetArray(Trailer, "ID") is { Count: > 0 } ids && Resolve(ids[0]) is PdfString first ? first.Bytes : [];
        _security = StandardSecurityHandler.Open(this, encrypt, fileId);
        Forget();
    }

    private void Forget()
    {
        _objects.Clear();
        _objectStreams.Clear();
    }
}
