using System.Globalization;
using Typesetting.Content.Charts;

namespace Typesetting.Content.Checks;

/// <summary>Refuses figures that cannot be drawn, whatever room there is; names the row, bar or column by its label.</summary>
internal sealed class FigureCheck(Figure figure, ContentPlace place, TextCheck text)
{
    /// <summary>Series that can be told apart without colour.</summary>
    private const int MostSeries = 6;

    /// <summary>No figure comes near; beyond it a scale loses its digits.</summary>
    private const double Largest = 1e15;

    /// <exception cref="ContentException">The first fault.</exception>
    public void Require()
    {
        text.Style(figure.CaptionStyle, place, nameof(figure.CaptionStyle));
        TextCheck.Runs(figure.Caption, figure.CaptionStyle, place, nameof(figure.Caption));
        place.Present(figure.AlternativeText, "替代文字", nameof(figure.AlternativeText));
        place.Present(figure.Chart, "图表", nameof(figure.Chart));
        text.Style(figure.Chart.Style, place, "Chart.Style");
        switch (figure.Chart)
        {
            case TargetChart targets:
                Check(targets);
                break;
            case StackedChart stacked:
                Check(stacked);
                break;
            case ColumnChart columns:
                Check(columns);
                break;
            default:
                throw place.Refusal($"类型{figure.Chart.GetType().Name}没有绘制方法", $"charts of type {figure.Chart.GetType().Name} are not known");
        }
    }

    private void Check(TargetChart chart)
    {
        place.Present(chart.Legend, "图例", nameof(chart.Legend));
        Words("图例", nameof(chart.Legend), chart.Legend.Actual, chart.Legend.Target, chart.Legend.Pace);
        Some(chart.Rows, "行", "rows");
        foreach (var row in chart.Rows)
        {
            Words("行", nameof(chart.Rows), row?.Label, row?.Value);
            if (row is null)
                continue;
            Number(row.Target, "目标", "target", row.Label);
            Number(row.Actual, "实际数", "actual figure", row.Label);
            Number(row.Pace, "进度要求", "pace", row.Label);
            if (row.Target <= 0)
                throw place.Refusal($"“{row.Label}”的目标（{Digits(row.Target)}）不大于零", $"the target of '{row.Label}' ({Digits(row.Target)}) is not greater than zero");
        }
    }

    private void Check(StackedChart chart)
    {
        Series(chart.Series);
        Some(chart.Bars, "条", "bars");
        foreach (var bar in chart.Bars)
        {
            Words("条", nameof(chart.Bars), bar?.Label, bar?.Total);
            place.Present(bar?.Parts, "各段", "Parts", nameof(chart.Bars));
            if (bar is null || bar.Parts.Count == 0)
                continue;
            if (bar.Parts.Count != chart.Series.Count)
                throw place.Refusal($"“{bar.Label}”有{bar.Parts.Count}段，系列有{chart.Series.Count}个", $"'{bar.Label}' has {bar.Parts.Count} parts for {chart.Series.Count} series");
            for (var i = 0; i < bar.Parts.Count; i++)
                Check(bar.Parts[i], $"{bar.Label} {chart.Series[i]}");
        }
    }

    private void Check(StackedPart part, string name)
    {
        Words("各段", "Parts", part?.Text);
        Number(part?.Amount, "数量", "amount", name);
        if (part?.Amount < 0)
            throw place.Refusal($"“{name}”的数量（{Digits(part.Amount)}）小于零", $"the amount of '{name}' ({Digits(part.Amount)}) is below zero");
    }

    private void Check(ColumnChart chart)
    {
        Series(chart.Series);
        Words("单位", nameof(chart.Unit), chart.Unit);
        Some(chart.Groups, "柱", "columns");
        foreach (var group in chart.Groups)
        {
            Words("组", nameof(chart.Groups), group?.Label);
            place.Present(group?.Columns, "各柱", "Columns", nameof(chart.Groups));
            if (group is null)
                continue;
            if (group.Columns.Count != chart.Series.Count)
                throw place.Refusal($"“{group.Label}”有{group.Columns.Count}根柱，系列有{chart.Series.Count}个", $"'{group.Label}' has {group.Columns.Count} columns for {chart.Series.Count} series");
            for (var i = 0; i < group.Columns.Count; i++)
            {
                Words("各柱", "Columns", group.Columns[i]?.Text);
                Number(group.Columns[i]?.Amount, "数值", "amount", $"{group.Label} {chart.Series[i]}");
            }
        }
    }

    private void Series(IReadOnlyList<string> series)
    {
        Some(series, "系列", "series");
        foreach (var name in series)
            Words("系列", "Series", name);
        if (series.Count > MostSeries)
            throw place.Refusal($"有{series.Count}个系列，最多{MostSeries}个才能区分", $"it has {series.Count} series; at most {MostSeries} can be told apart");
    }

    private void Some<T>(IReadOnlyList<T> parts, string chinese, string english)
    {
        place.Present(parts, chinese, english);
        if (parts.Count == 0)
            throw place.Refusal($"没有{chinese}", $"it has no {english}");
    }

    private void Words(string chinese, string field, params ReadOnlySpan<string?> words)
    {
        foreach (var word in words)
            place.Present(word, chinese, field, nameof(figure.Chart));
    }

    private void Number(double? value, string chinese, string english, string of)
    {
        if (value is { } number && !(Math.Abs(number) <= Largest))
            throw place.Refusal($"“{of}”的{chinese}（{Digits(number)}）不是可以绘制的数", $"the {english} of '{of}' ({Digits(number)}) is no number that can be drawn");
    }

    private static string Digits(double value) => value.ToString(CultureInfo.InvariantCulture);
}
