using DocumentFormat.OpenXml;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Reporting.Bulletins.Word;

/// <summary>Writes bars as a chart of Office, its values cached so that every program can draw it, each bar with its figure.</summary>
internal sealed class ChartWriter(WordOptions faces)
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    /// <param name="data">The relationship of the workbook that holds the values.</param>
    public C.ChartSpace Make(BarPlot plot, string data) => new(
        new C.Date1904 { Val = false },
        new C.EditingLanguage { Val = "zh-CN" },
        new C.RoundedCorners { Val = false },
        new C.Chart(
            new C.AutoTitleDeleted { Val = true },
            new C.PlotArea(new C.Layout(), Bars(plot), Categories(plot), Values(plot)),
            new C.Legend(
                new C.LegendPosition { Val = C.LegendPositionValues.Top },
                new C.Overlay { Val = false },
                ChartLooks.Text(faces.Body, faces.Latin)),
            new C.PlotVisibleOnly { Val = true },
            new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }),
        ChartLooks.Paper(),
        ChartLooks.Text(faces.Body, faces.Latin),
        new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = data });

    private C.BarChart Bars(BarPlot plot)
    {
        var stacked = plot.Form == BarForm.StackedRows;
        var chart = new C.BarChart(
            new C.BarDirection { Val = plot.Form == BarForm.Columns ? C.BarDirectionValues.Column : C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = stacked ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        for (var i = 0; i < plot.Series.Count; i++)
            chart.Append(Series(plot, i));
        chart.Append(
            new C.GapWidth { Val = 60 },
            new C.Overlap { Val = (sbyte)(stacked ? 100 : 0) },
            new C.AxisId { Val = CategoryAxis },
            new C.AxisId { Val = ValueAxis });
        return chart;
    }

    private C.BarChartSeries Series(BarPlot plot, int index)
    {
        var series = plot.Series[index];
        return new C.BarChartSeries(
            new C.Index { Val = (uint)index },
            new C.Order { Val = (uint)index },
            new C.SeriesText(Strings(ChartData.NameOf(index), [series.Name])),
            ChartLooks.Bar(series.Fill),
            new C.InvertIfNegative { Val = false },
            Labels(plot, series),
            new C.CategoryAxisData(Strings(ChartData.Categories(plot), plot.Categories)),
            new C.Values(Numbers(ChartData.ValuesOf(plot, index), series.Values)));
    }

    private C.DataLabels Labels(BarPlot plot, BarSeries series)
    {
        var inside = plot.Form == BarForm.StackedRows;
        var labels = new C.DataLabels();
        for (var i = 0; i < series.Values.Count; i++)
        {
            var label = new C.DataLabel(new C.Index { Val = (uint)i });
            if (series.Values[i] is not { Amount: not null, Text.Length: > 0 } value)
                label.Append(new C.Delete { Val = true });
            else
                label.Append([new C.ChartText(Rich(value.Text, inside, series.Fill)), .. Shown(inside, series.Fill)]);
            labels.Append(label);
        }
        labels.Append([.. Shown(inside, series.Fill)]);
        return labels;
    }

    private C.RichText Rich(string text, bool inside, BarFill fill) => ChartLooks.Rich(text, faces.Body, faces.Latin, inside && fill == BarFill.Dark);

    private IEnumerable<OpenXmlElement> Shown(bool inside, BarFill fill)
    {
        if (inside && fill == BarFill.Hatched)
            yield return ChartLooks.Ground();
        yield return ChartLooks.Text(faces.Body, faces.Latin, inside && fill == BarFill.Dark);
        yield return new C.DataLabelPosition { Val = inside ? C.DataLabelPositionValues.Center : C.DataLabelPositionValues.OutsideEnd };
        yield return new C.ShowLegendKey { Val = false };
        yield return new C.ShowValue { Val = true };
        yield return new C.ShowCategoryName { Val = false };
        yield return new C.ShowSeriesName { Val = false };
        yield return new C.ShowPercent { Val = false };
        yield return new C.ShowBubbleSize { Val = false };
    }

    /// <summary>Rows are read from above, so their axis runs downward.</summary>
    private C.CategoryAxis Categories(BarPlot plot) => new(
        new C.AxisId { Val = CategoryAxis },
        new C.Scaling(new C.Orientation { Val = plot.Form == BarForm.Columns ? C.OrientationValues.MinMax : C.OrientationValues.MaxMin }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = plot.Form == BarForm.Columns ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        ChartLooks.Axis(),
        ChartLooks.Text(faces.Body, faces.Latin),
        new C.CrossingAxis { Val = ValueAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = true },
        new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
        new C.LabelOffset { Val = 100 },
        new C.NoMultiLevelLabels { Val = true });

    private C.ValueAxis Values(BarPlot plot)
    {
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (plot.Scale.Most is { } most)
            scaling.Append(new C.MaxAxisValue { Val = (double)most });
        scaling.Append(new C.MinAxisValue { Val = (double)plot.Scale.Least });
        var axis = new C.ValueAxis(
            new C.AxisId { Val = ValueAxis },
            scaling,
            new C.Delete { Val = !plot.Scale.ShowsPercent },
            new C.AxisPosition { Val = plot.Form == BarForm.Columns ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom });
        if (plot.Scale.ShowsPercent)
            axis.Append(new C.MajorGridlines(ChartLooks.Line(visible: true)));
        if (plot.Scale.Title.Length > 0)
            axis.Append(new C.Title(new C.ChartText(ChartLooks.Rich(plot.Scale.Title, faces.Body, faces.Latin)), new C.Overlay { Val = false }));
        axis.Append(
            new C.NumberingFormat { FormatCode = "General\"%\"", SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = plot.Form == BarForm.Columns ? C.TickLabelPositionValues.Low : C.TickLabelPositionValues.High },
            ChartLooks.Line(visible: false),
            ChartLooks.Text(faces.Body, faces.Latin),
            new C.CrossingAxis { Val = CategoryAxis },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = C.CrossBetweenValues.Between });
        return axis;
    }

    private static C.StringReference Strings(string formula, IReadOnlyList<string> texts) => new(
        new C.Formula(formula),
        new C.StringCache(
        [
            new C.PointCount { Val = (uint)texts.Count },
            .. texts.Select((text, i) => new C.StringPoint(new C.NumericValue(WordText.Checked(text))) { Index = (uint)i }),
        ]));

    /// <summary>A value that is not known has no point; blank is not zero.</summary>
    private static C.NumberReference Numbers(string formula, IReadOnlyList<BarValue> values) => new(
        new C.Formula(formula),
        new C.NumberingCache(
        [
            new C.FormatCode("General"),
            new C.PointCount { Val = (uint)values.Count },
            .. values.Select((value, i) => (value.Amount, Index: (uint)i)).Where(v => v.Amount is not null)
                .Select(v => new C.NumericPoint(new C.NumericValue(ChartData.Number(v.Amount ?? 0m))) { Index = v.Index }),
        ]));
}
