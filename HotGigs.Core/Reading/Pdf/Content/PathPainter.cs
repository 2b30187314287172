namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Builds paths and notes what filling, stroking and clipping with them does to the page (ISO 32000-1, 8.5).</summary>
internal sealed class PathPainter(ContentContext context)
{
    /// <summary>Points; thinner strokes are rules, thicker ones may serve as a background.</summary>
    private const double ThickStroke = 3;

    private readonly PathBuilder _path = new();
    private bool _clips;

    public void Construct(string operation, Operands operands, GraphicsState state)
    {
        var ctm = state.Ctm;
        switch (operation)
        {
            case "m":
                _path.MoveTo(ctm, operands.Number(0), operands.Number(1));
                break;
            case "l":
                _path.LineTo(ctm, operands.Number(0), operands.Number(1));
                break;
            case "c":
                _path.CurveTo(
                    ctm, operands.Number(0), operands.Number(1), operands.Number(2), operands.Number(3), operands.Number(4), operands.Number(5));
                break;
            case "v":
                _path.CurveFromHere(ctm, operands.Number(0), operands.Number(1), operands.Number(2), operands.Number(3));
                break;
            case "y":
                _path.CurveTo(
                    ctm, operands.Number(0), operands.Number(1), operands.Number(2), operands.Number(3), operands.Number(2), operands.Number(3));
                break;
            case "h":
                _path.EndSubpath();
                break;
            case "re":
                _path.Rectangle(ctm, operands.Number(0), operands.Number(1), operands.Number(2), operands.Number(3));
                break;
        }
    }

    /// <summary>W and W*: the path being painted next becomes part of the clip.</summary>
    public void Clip() => _clips = true;

    public void Paint(GraphicsState state, bool fill, bool stroke)
    {
        if (_path.IsEmpty && !_clips)
            return;
        var subpaths = _path.Take();
        if (!context.Text.LayerIsOff)
        {
            context.Canvas.PaintedPaths += fill || stroke ? subpaths.Count : 0;
            if (fill)
                Fill(state, subpaths);
            if (stroke)
                Stroke(state, subpaths);
        }

        if (_clips)
            ClipTo(state, subpaths);
        _clips = false;
    }

    /// <summary>A shading fills all of the clip with colours that are not worked out.</summary>
    public void PaintShading(GraphicsState state)
    {
        context.Text.PaintThroughTextClip();
        if (!context.Text.LayerIsOff)
            context.Canvas.Add(new PaintedRegion(state.Clip, null, null, IsCertain: false, IsImage: false));
    }

    /// <param name="shinesThrough">A mask, or the image is one.</param>
    public void PaintImage(GraphicsState state, bool shinesThrough)
    {
        context.Text.PaintThroughTextClip();
        if (context.Text.LayerIsOff || state.Fill.IsInvisible)
            return;
        var bounds = state.Ctm.Apply(0, 0, 1, 1).Intersect(state.Clip).Intersect(context.Canvas.Page);
        var isCertain = !shinesThrough && IsCertain(state, state.Fill) && state.Ctm.KeepsAxes;
        if (!bounds.IsEmpty)
            context.Canvas.Add(new PaintedRegion(bounds, null, null, isCertain, IsImage: true));
    }

    private static bool IsCertain(GraphicsState state, PaintColor color) =>
        color.IsOpaque && state is { Blends: false, Masked: false, ClipIsExact: true };

    private void Fill(GraphicsState state, List<Subpath> subpaths)
    {
        context.Text.PaintThroughTextClip();
        if (state.Fill.IsInvisible)
            return;
        var color = state.Fill.IsOpaque ? state.Fill.Rgb : null;
        foreach (var subpath in subpaths)
        {
            context.Budget.Tick();
            var bounds = subpath.Bounds.Intersect(state.Clip).Intersect(context.Canvas.Page);
            // Holes are not looked at: of several subpaths each may be one, unless all are rectangles side by side.
            var isCertain = subpath.IsKnown && IsCertain(state, state.Fill) && (subpaths.Count == 1 || subpath.Outline is null);
            if (!bounds.IsEmpty)
                context.Canvas.Add(new PaintedRegion(bounds, subpath.Outline, color, isCertain, IsImage: false));
        }
    }

    private void Stroke(GraphicsState state, List<Subpath> subpaths)
    {
        var width = state.LineWidth * Math.Max(state.Ctm.HorizontalScale, state.Ctm.VerticalScale);
        if (width < ThickStroke || state.Stroke.IsInvisible)
            return;
        foreach (var subpath in subpaths)
        {
            var bounds = subpath.Bounds.Grown(width / 2).Intersect(state.Clip).Intersect(context.Canvas.Page);
            if (!bounds.IsEmpty)
                context.Canvas.Add(new PaintedRegion(bounds, null, state.Stroke.Rgb, IsCertain: false, IsImage: false));
        }
    }

    private static void ClipTo(GraphicsState state, List<Subpath> subpaths)
    {
        if (subpaths.Count == 0)
        {
            // An empty clip path: nothing painted from here on is seen.
            state.ClipTo(new Bounds(0, 0, 0, 0), exact: true);
            return;
        }

        var bounds = subpaths[0].Bounds;
        foreach (var subpath in subpaths)
        {
            bounds = new Bounds(
                Math.Min(bounds.Left, subpath.Bounds.Left),
                Math.Min(bounds.Top, subpath.Bounds.Top),
                Math.Max(bounds.Right, subpath.Bounds.Right),
                Math.Max(bounds.Bottom, subpath.Bounds.Bottom));
        }

        state.ClipTo(bounds, exact: subpaths is [{ Outline: null, IsKnown: true }]);
    }
}
