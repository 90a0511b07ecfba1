using System.Diagnostics;
using LocalHost.Demonstration;
using Reporting.Bulletins;
using Reporting.Bulletins.Pdf;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Workbooks;
using Reporting.Workbooks.Reading;
using Reporting.Workbooks.Writing;

namespace Benchmarks;

/// <summary>The workbooks of all 26 units for the second quarter, prefilled from the first, on one core: out, and read back.</summary>
internal static class WorkbookFigures
{
    private const int Rounds = 5;

    internal static void Run()
    {
        var programme = MeasuredIssue.Programme();
        var forms = Forms(programme, new Period(2012, 2));
        var files = forms.Select(WorkbookWriter.Write).ToList();
        foreach (var (form, file) in forms.Zip(files))
            Read(form, file);

        var writing = Median(() => forms.ForEach(form => WorkbookWriter.Write(form)));
        var reading = Median(() =>
        {
            foreach (var (form, file) in forms.Zip(files))
                Read(form, file);
        });
        var snapshot = MeasuredIssue.Snapshot(programme);
        var renderer = new PdfRenderer(MeasuredIssue.Fonts());
        renderer.Render(ComposeIssue.Compose(snapshot));
        var bulletin = Median(() => renderer.Render(ComposeIssue.Compose(snapshot)));

        FiguresCommand.Line("workbooks: units", forms.Count, "units");
        FiguresCommand.Line("workbooks: all units prefilled, one core", writing / 1000, "s");
        FiguresCommand.Line("workbooks: a workbook to a rendered bulletin", writing / forms.Count / bulletin, "times");
        FiguresCommand.Line("workbooks: all units read back, one core", reading / 1000, "s");
        FiguresCommand.Line("workbooks: the largest", files.Max(f => f.Length) / 1024.0, "KiB");
    }

    private static List<UnitForm> Forms(Programme programme, Period period)
    {
        var entries = new DemonstrationEntries(programme);
        var dates = PeriodDates.Of(period, programme.Calendar);
        return [.. Obligation.Of(programme, period).GroupBy(o => o.Unit, StringComparer.Ordinal).Select(owed => new UnitForm(
            programme,
            dates,
            programme.Units.Single(u => u.Id == owed.Key),
            [.. owed.Select(o => FormOf(programme, entries, o))]))];
    }

    private static FormEntry FormOf(Programme programme, DemonstrationEntries entries, Obligation owed)
    {
        var plan = programme.Plans.Single(p => p.Id == owed.Plan);
        var key = new EntryKey(programme.Id, owed.Period, owed.Plan, owed.Task, owed.Unit);
        var before = key with { Period = owed.Period.Previous };
        var at = BeijingTime.StartOf(PeriodDates.Of(before.Period, programme.Calendar).Due);
        var earlier = new Entry(before, 3, EntryState.Accepted, entries.Of(owed with { Period = before.Period }), at, at, "填报人", null, null, new string('1', 64));
        return new FormEntry(key, programme, plan, plan.Tasks.FirstOrDefault(t => t.Id == owed.Task), Current: null, earlier);
    }

    private static void Read(UnitForm form, byte[] file)
    {
        if (FilledReader.Open(file).Value is not { } sheets || FilledReader.Read(sheets, form).Value is null)
            throw new InvalidOperationException($"The workbook of {form.Unit.Id} cannot be read back.");
    }

    private static double Median(Action step) => FiguresCommand.Median(Enumerable.Range(0, Rounds).Select(_ =>
    {
        var began = Stopwatch.GetTimestamp();
        step();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }).ToList());
}
