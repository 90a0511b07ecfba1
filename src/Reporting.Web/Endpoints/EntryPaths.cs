using Microsoft.AspNetCore.Mvc;
using Reporting.Collecting;

namespace Reporting.Web.Endpoints;

/// <summary>The part of a request's address that names an entry.</summary>
internal interface IEntryPath
{
    EntryAddress Address { get; }
}

/// <summary>A unit's progress on a task.</summary>
internal sealed record ProgressPath(
    [FromRoute(Name = "programme")] string Programme,
    [FromRoute(Name = "period")] string Period,
    [FromRoute(Name = "plan")] string Plan,
    [FromRoute(Name = "task")] string Task,
    [FromQuery(Name = "unit")] string? Unit) : IEntryPath
{
    public const string Route = "api/{programme}/progress/{period}/{plan}/{task}";

    public EntryAddress Address => new(Programme, Period, Plan, Task, Unit);
}

/// <summary>The figures of a plan, owed by its issuing unit.</summary>
internal sealed record IndicatorPath(
    [FromRoute(Name = "programme")] string Programme,
    [FromRoute(Name = "period")] string Period,
    [FromRoute(Name = "plan")] string Plan,
    [FromQuery(Name = "unit")] string? Unit) : IEntryPath
{
    public const string Route = "api/{programme}/indicators/{period}/{plan}";

    public EntryAddress Address => new(Programme, Period, Plan, Task: null, Unit);
}
