using System.Buffers;
using Typesetting.Content;

namespace Typesetting.Lines;

/// <summary>
/// Breaks text so that the lines of the whole paragraph together stand best: among all ways to break it the one of least cost
/// (<see cref="LineCost"/>). Only the few beginnings that a line can have for an end are compared, so the work grows as the text does.
/// </summary>
internal sealed class ParagraphBreaker(TextShaper shaper)
{
    private const double Tolerance = 0.01;

    private Frame frame;
    private LineSums[] sums = [];
    private Stop[] stops = [];
    private int count;

    /// <param name="indent">Of the first line, in points; negative hangs.</param>
    public void Break(int start, int end, double width, double indent, Alignment alignment, List<Line> into)
    {
        frame = new Frame(width, indent, alignment);
        var glyphs = shaper[start, end - start];
        if (glyphs.Length == 0)
        {
            into.Add(new Line(start, 0, frame.OffsetOf(0, true), 0));
            return;
        }

        sums = ArrayPool<LineSums>.Shared.Rent(glyphs.Length + 1);
        stops = ArrayPool<Stop>.Shared.Rent(glyphs.Length + 1);
        try
        {
            Sum(glyphs);
            FindStops(glyphs, width - Math.Max(0, indent));
            if (Fit(0, count - 1) is { Over: 0, Squeeze: 0 })
                stops[count - 1].From = 0;
            else
                ChooseBeginnings();
            AddLines(start, into);
        }
        finally
        {
            ArrayPool<LineSums>.Shared.Return(sums);
            ArrayPool<Stop>.Shared.Return(stops);
            (sums, stops) = ([], []);
        }
    }

    /// <summary>Blanks vanish at the end of a line.</summary>
    private static int WithoutBlanks(ReadOnlySpan<Glyph> glyphs, int start, int end)
    {
        while (end > start && glyphs[end - 1].Class == CharacterClass.Blank)
            end--;
        return end;
    }

    private void Sum(ReadOnlySpan<Glyph> glyphs)
    {
        var sum = default(LineSums);
        sums[0] = sum;
        var (number, look) = (glyphs[0].Look, shaper.LookOf(glyphs[0]));
        for (var i = 0; i + 1 < glyphs.Length; i++)
        {
            if (glyphs[i].Look != number)
                (number, look) = (glyphs[i].Look, shaper.LookOf(glyphs[i]));
            sum.Add(glyphs[i], glyphs[i + 1], look);
            sums[i + 1] = sum;
        }

        sum.Width += glyphs[^1].Advance;
        sums[glyphs.Length] = sum;
    }

    private void FindStops(ReadOnlySpan<Glyph> glyphs, double narrowest)
    {
        stops[0] = default;
        count = 1;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var last = i + 1 == glyphs.Length;
            if (!glyphs[i].BreakAfter && !last)
                continue;
            var from = stops[count - 1].Next;
            var end = WithoutBlanks(glyphs, from, i + 1);
            if (sums[end].Width - sums[from].Width > narrowest + Tolerance)
                ForceStops(glyphs, from, end);
            Add(glyphs, end, i + 1, LineCost.Of(glyphs[i].End));
        }
    }

    private void ForceStops(ReadOnlySpan<Glyph> glyphs, int from, int end)
    {
        for (var next = from + 1; next < end; next++)
        {
            var atMark = glyphs[next - 1].Class == CharacterClass.Opening || glyphs[next].Class == CharacterClass.Closing;
            Add(glyphs, next, next, LineCost.OfForcedEnd(atMark));
        }
    }

    private void Add(ReadOnlySpan<Glyph> glyphs, int end, int next, double price) => stops[count++] = new Stop
    {
        End = end,
        Next = next,
        Price = price,
        LastBlank = end > 0 && glyphs[end - 1].Class == CharacterClass.Closing ? glyphs[end - 1].BlankHalf : 0,
    };

    /// <summary>For every stop, the stop before it that makes the best paragraph up to there.</summary>
    private void ChooseBeginnings()
    {
        var fullest = 0;
        for (var to = 1; to < count; to++)
        {
            var last = to + 1 == count;
            ref var stop = ref stops[to];
            stop.Cost = double.PositiveInfinity;
            for (var from = fullest; from < to; from++)
            {
                var fit = Fit(from, to);
                if (fit.Over > 0 && from + 1 < to)
                {
                    fullest += from == fullest ? 1 : 0; // No later stop is reached from here either.
                    continue;
                }

                var cost = stops[from].Cost + stop.Price + LineCost.Of(fit, frame, last, last && from > 0 && IsLoneCharacter(from));
                if (cost < stop.Cost)
                    (stop.Cost, stop.From) = (cost, from);
                if (fit.Short > frame.MostShort && !last)
                    break; // What begins later is shorter still.
            }
        }
    }

    /// <summary>Whether the last line holds one character, with its marks.</summary>
    private bool IsLoneCharacter(int from)
    {
        ref readonly var last = ref stops[count - 1];
        var width = sums[last.End].Width - sums[stops[from].Next].Width;
        var single = sums[stops[from].Next + 1].Width - sums[stops[from].Next].Width;
        return width - single - last.LastBlank <= 0.6 * single;
    }

    private LineFit Fit(int from, int to)
    {
        var (start, end) = (stops[from].Next, stops[to].End);
        if (end <= start)
            return default;
        var (room, width) = (frame.RoomOf(from == 0), sums[end].Width - sums[start].Width);
        return frame.Alignment == Alignment.Justify
            ? LineFit.Into(room, width, stops[to].LastBlank, sums[end - 1] - sums[start])
            : LineFit.Within(room, width, stops[to].LastBlank, sums[end - 1] - sums[start]);
    }

    private void AddLines(int start, List<Line> into)
    {
        // The chain runs from the end; turned round, each stop names the end of the line that begins at it.
        var last = count - 1;
        for (var (to, follower) = (last, 0); ; (to, follower) = (stops[to].From, to))
        {
            stops[to].To = follower;
            if (to == 0)
                break;
        }

        for (var from = 0; from != last; from = stops[from].To)
        {
            var to = stops[from].To;
            var (first, end) = (stops[from].Next, stops[to].End);
            var fit = Fit(from, to);
            var width = WidthOf(first, end, fit);
            into.Add(new Line(start + first, Math.Max(0, end - first), frame.OffsetOf(width, from == 0), width)
            {
                Fit = fit.Over > 0 || (to == last && fit.Squeeze == 0) ? fit.WithoutStretch() : fit,
            });
        }
    }

    private double WidthOf(int first, int end, in LineFit fit) =>
        end <= first ? 0 : sums[end].Width - sums[first].Width - (fit.ClosesUp ? sums[end - 1].MarksTogether - sums[first].MarksTogether : 0);

    /// <summary>A place where a line may end and the next begin.</summary>
    private struct Stop
    {
        public int End;
        public int Next;
        public float LastBlank;
        public double Price;

        /// <summary>Of the best lines up to here.</summary>
        public double Cost;

        public int From;
        public int To;
    }
}
