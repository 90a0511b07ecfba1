using System.Globalization;
using Microsoft.AspNetCore.Http;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.Web.Endpoints;

/// <summary>What the schedule did.</summary>
internal static class RunEndpoints
{
    private const int MostRuns = 500;

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListRuns", "GET", "api/{programme}/runs", ReportingEndpoints.Roles.Operators)
        {
            Tag = "Bulletins",
            Summary = "The runs of a month (?month=2012-04, Beijing time; this month without), newest first, at most 500.",
            Handler = ListAsync,
            Describe = r => r.Produces<RunList>().Refuses(400, 404),
        },
        new("RunTick", "POST", "api/{programme}/runs", ReportingEndpoints.Roles.Operators)
        {
            Tag = "Bulletins",
            Summary = "Ticks at once, for every programme, as the timer does every 15 minutes; what is due goes to the queue.",
            Handler = TickAsync,
            Describe = r => r.Produces<TickResult>().Refuses(404),
        },
    ];

    private static async Task<IResult> TickAsync(ObligationBook book, RunTick tick, string programme, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        return known.Value is null ? Answers.Of(known) : TypedResults.Ok(await tick.RunAsync(cancellation));
    }

    private static async Task<IResult> ListAsync(
        ObligationBook book, RunsTable runs, TimeProvider clock, string programme, string? month, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return Answers.Of(known);
        var day = BeijingTime.DateOf(clock.GetUtcNow());
        if (month is not null && !DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Answers.Of<RunList>(
                new Refusal("parameter-invalid", "month", $"月份“{month}”有误，应如 2012-04。", $"'{month}' is not a month; write it like 2012-04."));
        }
        return TypedResults.Ok(new RunList([.. (await runs.ReadMonthAsync(found.Id, day, MostRuns, cancellation)).Select(RunView.Of)]));
    }
}

/// <summary>The runs of a month, newest first.</summary>
internal sealed record RunList(IReadOnlyList<RunView> Runs);

/// <summary>A tick or a handled piece of work.</summary>
/// <param name="What"><c>tick</c>, or the id of the issue worked on.</param>
/// <param name="DurationMs">In milliseconds.</param>
/// <param name="Error">What went wrong; null when nothing did.</param>
internal sealed record RunView(DateTimeOffset At, string What, string Outcome, decimal DurationMs, string? Error)
{
    public static RunView Of(RunRecord run) => new(
        run.At.ToOffset(BeijingTime.Offset), run.What, run.Outcome, decimal.Round((decimal)run.Duration.TotalMilliseconds, 1), run.Error);
}
