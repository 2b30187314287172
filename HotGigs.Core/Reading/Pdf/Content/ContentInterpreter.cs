using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Runs one content stream (ISO 32000-1, annex A) as far as text, its colour and what covers it go.</summary>
internal sealed class ContentInterpreter
{
    private const int MaxSavedStates = 512;
    private readonly ContentContext _context;
    private readonly PdfDictionary _resources;
    private readonly PdfLexer _lexer;
    private readonly Operands _operands;
    private readonly PathPainter _paths;
    private readonly MarkedContent _marked;
    private readonly Stack<GraphicsState> _saved = new();

    /// <summary>States no longer used, to be used again.</summary>
    private readonly Stack<GraphicsState> _free = new();

    private readonly int _depth;
    private GraphicsState _state;

    private ContentInterpreter(ContentContext context, ArraySegment<byte> content, PdfDictionary resources, GraphicsState state, int depth)
    {
        _context = context;
        _resources = resources;
        _state = state;
        _depth = depth;
        _lexer = new PdfLexer(content.Array!, content.Offset, content.Offset + content.Count, File.Names);
        _operands = new Operands(_lexer, context.Budget);
        _paths = new PathPainter(context);
        _marked = new MarkedContent(context, File.GetDictionary(resources, "Properties"));
    }

    private PdfFile File => _context.File;

    /// <summary>Shows the content on the context's canvas.</summary>
    /// <param name="depth">Forms around it.</param>
    /// <exception cref="PdfLimitException">A limit of the whole file is met.</exception>
    public static void Run(ContentContext context, ArraySegment<byte> content, PdfDictionary resources, GraphicsState state, int depth = 0)
    {
        var interpreter = new ContentInterpreter(context, content, resources, state, depth);
        while (interpreter._operands.ReadToOperator() is { } operation)
        {
            context.Budget.CountOperator();
            interpreter.Execute(operation);
            interpreter._operands.Clear();
        }

        interpreter._marked.EndAll();
    }

    private void Execute(string operation)
    {
        switch (operation)
        {
            case "q":
                if (_saved.Count < MaxSavedStates)
                    _saved.Push((_free.TryPop(out var free) ? free : new GraphicsState()).CopyFrom(_state));
                break;
            case "Q":
                if (_saved.TryPop(out var saved))
                {
                    _free.Push(_state);
                    _state = saved;
                }

                _context.Text.EndTextClip();
                break;
            case "cm":
                _state.Ctm = MatrixOperand().Then(_state.Ctm);
                break;
            case "w":
                _state.LineWidth = _operands.Number(0);
                break;
            case "gs":
                ExtendedStates.Apply(File, _resources, _operands.Last.Name, _state, _context.Fonts);
                break;
            case "m" or "l" or "c" or "v" or "y" or "h" or "re":
                _paths.Construct(operation, _operands, _state);
                break;
            case "W" or "W*":
                _paths.Clip();
                break;
            case "n":
                _paths.Paint(_state, fill: false, stroke: false);
                break;
            case "S" or "s":
                _paths.Paint(_state, fill: false, stroke: true);
                break;
            case "f" or "F" or "f*":
                _paths.Paint(_state, fill: true, stroke: false);
                break;
            case "B" or "B*" or "b" or "b*":
                _paths.Paint(_state, fill: true, stroke: true);
                break;
            case "sh":
                _paths.PaintShading(_state);
                break;
            case "Do":
                XObjects.Draw(_context, _resources, _operands.Last.Name, _state, _paths, _depth);
                break;
            case "BI":
                _paths.PaintImage(_state, InlineImage.Skip(_lexer, _context.Budget));
                break;
            case "BMC":
                _marked.Begin(_operands.Last.Name, default);
                break;
            case "BDC":
                _marked.Begin(_operands[_operands.Count - 2].Name, _operands.Last);
                break;
            case "EMC":
                _marked.End();
                break;
            default:
                if (!ExecuteColor(operation))
                    ExecuteText(operation);
                break;
        }
    }

    private bool ExecuteColor(string operation)
    {
        switch (operation)
        {
            case "g":
                _state.Fill = ColorOperators.Set(_state.Fill, ColorSpace.Gray, _operands);
                return true;
            case "G":
                _state.Stroke = ColorOperators.Set(_state.Stroke, ColorSpace.Gray, _operands);
                return true;
            case "rg":
                _state.Fill = ColorOperators.Set(_state.Fill, ColorSpace.Rgb, _operands);
                return true;
            case "RG":
                _state.Stroke = ColorOperators.Set(_state.Stroke, ColorSpace.Rgb, _operands);
                return true;
            case "k":
                _state.Fill = ColorOperators.Set(_state.Fill, ColorSpace.Cmyk, _operands);
                return true;
            case "K":
                _state.Stroke = ColorOperators.Set(_state.Stroke, ColorSpace.Cmyk, _operands);
                return true;
            case "cs":
                _state.Fill = ColorOperators.SetSpace(_state.Fill, SpaceOperand());
                return true;
            case "CS":
                _state.Stroke = ColorOperators.SetSpace(_state.Stroke, SpaceOperand());
                return true;
            case "sc" or "scn":
                _state.Fill = ColorOperators.Set(_state.Fill, _state.Fill.Space, _operands);
                return true;
            case "SC" or "SCN":
                _state.Stroke = ColorOperators.Set(_state.Stroke, _state.Stroke.Space, _operands);
                return true;
            default:
                return false;
        }
    }

    private void ExecuteText(string operation)
    {
        var text = _context.Text;
        switch (operation)
        {
            case "BT":
                text.Begin();
                break;
            case "Tf":
                SelectFont();
                break;
            case "Tm":
                text.SetMatrix(MatrixOperand());
                break;
            case "Td":
                text.NextLine(_operands.Number(0), _operands.Number(1));
                break;
            case "TD":
                _state.Leading = -_operands.Number(1);
                text.NextLine(_operands.Number(0), _operands.Number(1));
                break;
            case "T*":
                text.NextLine(0, -_state.Leading);
                break;
            case "Tc":
                _state.CharacterSpacing = _operands.Number(0);
                break;
            case "Tw":
                _state.WordSpacing = _operands.Number(0);
                break;
            case "Tz":
                _state.HorizontalScaling = _operands.Number(0) / 100;
                break;
            case "TL":
                _state.Leading = _operands.Number(0);
                break;
            case "Ts":
                _state.Rise = _operands.Number(0);
                break;
            case "Tr":
                _state.RenderMode = (int)_operands.Number(0);
                break;
            case "Tj":
                text.Show(_state, _operands.Last.Bytes.Span);
                break;
            case "'":
                text.NextLine(0, -_state.Leading);
                text.Show(_state, _operands.Last.Bytes.Span);
                break;
            case "\"":
                _state.WordSpacing = _operands.FromEnd(3);
                _state.CharacterSpacing = _operands.FromEnd(2);
                text.NextLine(0, -_state.Leading);
                text.Show(_state, _operands.Last.Bytes.Span);
                break;
            case "TJ" when _operands.Last.Kind == PdfToken.ArrayStart:
                foreach (var item in _operands.Items)
                {
                    if (item.Kind == PdfToken.Number)
                        text.Adjust(_state, item.Number);
                    else
                        text.Show(_state, item.Bytes.Span);
                }

                break;
        }
    }

    private void SelectFont()
    {
        _state.FontSize = _operands.FromEnd(1);
        var name = _operands[_operands.Count - 2].Name;
        var fonts = File.GetDictionary(_resources, "Font");
        if (fonts is not null && File.GetDictionary(fonts, name) is { } font)
        {
            _state.Font = _context.Fonts.Get(font);
            return;
        }

        _context.Budget.Warn(ReadingWarningKind.MissingFont);
        _state.Font = _context.Fonts.Fallback;
    }

    private ColorSpace SpaceOperand() => Colors.Space(File, _resources, new PdfName(_operands.Last.Name));

    private Matrix MatrixOperand() => _operands.Count < 6
        ? Matrix.Identity
        : new Matrix(
            _operands.FromEnd(6), _operands.FromEnd(5), _operands.FromEnd(4), _operands.FromEnd(3), _operands.FromEnd(2), _operands.FromEnd(1));
}
