using Microsoft.AspNetCore.Http;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>What the programmes consist of.</summary>
internal static class CatalogueEndpoints
{
    private const string Tag = "Catalogue";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListProgrammes", "GET", "api/programmes", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag, Summary = "The programmes with their groups and periods.", Handler = ListProgrammes, Describe = r => r.Produces<ProgrammeList>(),
        },
        new("ListPlans", "GET", "api/{programme}/plans", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag, Summary = "The plans of a programme in the order of the notice.", Handler = ListPlans, Describe = r => r.Produces<PlanList>().Refuses(404),
        },
        new("GetPlan", "GET", "api/{programme}/plans/{plan}", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag,
            Summary = "A plan with its figures, tasks, work items and projects; entries refer to their ids.",
            Handler = GetPlan,
            Describe = r => r.Produces<PlanView>().Refuses(404),
        },
        new("ListUnits", "GET", "api/{programme}/units", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag, Summary = "The units of a programme with their aliases.", Handler = ListUnits, Describe = r => r.Produces<UnitList>().Refuses(404),
        },
        new("GetPeriod", "GET", "api/{programme}/periods/{period}", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag,
            Summary = "The dates of a period (Beijing, each inclusive) and how an entry would count now.",
            Handler = GetPeriod,
            Describe = r => r.Produces<PeriodView>().Refuses(404),
        },
    ];

    private static IResult ListProgrammes(Programmes programmes) => TypedResults.Ok(new ProgrammeList([.. programmes.All.Select(ProgrammeView.Of)]));

    private static IResult ListPlans(ObligationBook book, string programme) =>
        Answers.Of(book.FindProgramme(programme), found => TypedResults.Ok(new PlanList([.. found.Plans.Select(PlanSummary.Of)])));

    private static IResult GetPlan(ObligationBook book, string programme, string plan) =>
        Answers.Of(book.FindPlan(programme, plan), found => TypedResults.Ok(PlanView.Of(found)));

    private static IResult ListUnits(ObligationBook book, string programme) =>
        Answers.Of(book.FindProgramme(programme), found => TypedResults.Ok(new UnitList(found.Units)));

    private static IResult GetPeriod(ObligationBook book, TimeProvider clock, string programme, string period) =>
        Answers.Of(book.FindDates(programme, period), dates => TypedResults.Ok(new PeriodView(dates, dates.At(clock.GetUtcNow()))));
}

/// <summary>The programmes there are.</summary>
internal sealed record ProgrammeList(IReadOnlyList<ProgrammeView> Programmes);

/// <summary>A programme without its plans.</summary>
/// <param name="Hash">SHA-256 of the catalogue's files.</param>
internal sealed record ProgrammeView(
    string Id, string Title, int Year, Notice Notice, IReadOnlyList<PlanGroup> Groups, IReadOnlyList<Period> Periods, string Hash)
{
    public static ProgrammeView Of(Programme p) => new(p.Id, p.Title, p.Year, p.Notice, p.Groups, p.Calendar.Periods, p.Hash);
}

/// <summary>The plans of a programme.</summary>
internal sealed record PlanList(IReadOnlyList<PlanSummary> Plans);

/// <summary>A plan in a list.</summary>
/// <param name="Tasks">How many there are; a task replaced in mid-year counts once.</param>
internal sealed record PlanSummary(string Id, int Order, string Title, string Industry, string Group, string IssuingUnit, int Tasks)
{
    public static PlanSummary Of(Plan p) => new(p.Id, p.Order, p.Title, p.Industry, p.Group, p.IssuingUnit, p.Tasks.DistinctBy(t => t.Id).Count());
}

/// <summary>A plan with everything that entries refer to, over the whole year; a record with from or until counts for the periods whose last day it covers.</summary>
internal sealed record PlanView(
    string Id,
    int Order,
    string Title,
    string Industry,
    string Group,
    string IssuingUnit,
    string IssuedMonth,
    string Office,
    IReadOnlyList<TargetFigure> Figures,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<WorkItem> WorkItems,
    IReadOnlyList<PlanProject> Projects)
{
    public static PlanView Of(Plan p) =>
        new(p.Id, p.Order, p.Title, p.Industry, p.Group, p.IssuingUnit, p.IssuedMonth, p.Office, p.Figures, p.Tasks, p.Duties, p.WorkItems, p.Projects);
}

/// <summary>The units of a programme.</summary>
internal sealed record UnitList(IReadOnlyList<Unit> Units);

/// <summary>The dates of a period.</summary>
/// <param name="Now">How an entry submitted now would count.</param>
internal sealed record PeriodView(PeriodDates Dates, Timeliness Now);
