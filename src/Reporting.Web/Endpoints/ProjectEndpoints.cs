using Microsoft.AspNetCore.Http;
using Reporting.Projects;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>The register of key projects (重点项目库).</summary>
internal static class ProjectEndpoints
{
    private const string Route = "api/{programme}/projects";
    private const string One = Route + "/{id}";
    private const string Tag = "Projects";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListProjects", "GET", Route, Roles.Everyone)
        {
            Tag = Tag,
            Summary = "The projects with what was reported on them last; ?plan=, ?stage=, ?confirmed= (true or false), ?obstacle= (a kind, or any) and ?state= narrow the list.",
            Handler = ListAsync,
            Describe = r => r.Produces<ProjectListView>().Refuses(400, 404),
        },
        new("GetProject", "GET", One, Roles.Everyone)
        {
            Tag = Tag,
            Summary = "A project with everything that accepted entries report on it.",
            Handler = GetAsync,
            Describe = r => r.Produces<ProjectWithReports>().Refuses(404),
        },
        new("GetProjectVersions", "GET", One + "/versions", Roles.Everyone)
        {
            Tag = Tag,
            Summary = "Every stored version of a project, first to last, with who changed what and why.",
            Handler = VersionsAsync,
            Describe = r => r.Produces<ProjectVersionsView>().Refuses(404),
        },
        new("AddProject", "POST", Route, Roles.Writers)
        {
            Tag = Tag,
            TakesIdempotencyKey = true,
            Summary = "Adds a project under the next number of its plan, unconfirmed; a unit only in a plan in which it owes an entry.",
            Handler = AddAsync,
            Describe = r => r.Produces<ProjectView>(201).Refuses(400, 403, 404, 409, 413, 415, 422),
        },
        new("PutProject", "PUT", One, Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Changes the facts of a project; what is left out becomes unknown.",
            Handler = PutAsync,
            Describe = r => r.Produces<ProjectView>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new("ConfirmProject", "POST", One + "/confirm", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Says whether a project counts in the bulletins.",
            Handler = ConfirmAsync,
            Describe = r => r.Produces<ProjectView>().Refuses(400, 404, 409, 412, 413, 415, 428),
        },
        new("ConfirmProjects", "POST", Route + "/confirm", Roles.Office)
        {
            Tag = Tag,
            TakesIdempotencyKey = true,
            Summary = "Confirms up to 45 projects of one plan at once, all or none.",
            Handler = ConfirmManyAsync,
            Describe = r => r.Produces<ConfirmedProjectsView>().Refuses(400, 404, 409, 413, 415, 422),
        },
        new("MergeProject", "POST", One + "/merge", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Merges a project into another of its plan; what is reported on it counts for the other.",
            Handler = MergeAsync,
            Describe = r => r.Produces<ProjectView>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new("RetireProject", "POST", One + "/retire", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Takes a project out of the count, with a reason.",
            Handler = RetireAsync,
            Describe = r => r.Produces<ProjectView>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new("RestoreProject", "POST", One + "/restore", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Brings a retired or merged project back.",
            Handler = RestoreAsync,
            Describe = r => r.Produces<ProjectView>().Refuses(400, 404, 409, 412, 428),
        },
    ];

    private static async Task<IResult> ListAsync(
        ListProjects list, string programme, string? plan, string? stage, string? confirmed, string? obstacle, string? state, CancellationToken cancellation) =>
        Answers.Of(
            await list.RunAsync(new ProjectQuery(programme, plan, stage, confirmed, obstacle, state), cancellation),
            found => TypedResults.Ok(new ProjectListView([.. found.Projects.Select(ListedProject.Of)])));

    private static async Task<IResult> GetAsync(GetProject get, HttpContext context, string programme, string id, CancellationToken cancellation) =>
        Answers.Of(
            await get.RunAsync(programme, id, cancellation),
            found => Answers.Versioned(context, found.Project.Hash, TypedResults.Ok(ProjectWithReports.Of(found))));

    private static async Task<IResult> VersionsAsync(GetProject get, string programme, string id, CancellationToken cancellation) =>
        Answers.Of(
            await get.VersionsAsync(programme, id, cancellation),
            found => TypedResults.Ok(new ProjectVersionsView([.. found.Versions.Select(ProjectView.Of)])));

    private static Task<IResult> AddAsync(
        AddProject add, HttpContext context, string programme, JsonBody<NewProjectRequest> body, CancellationToken cancellation) =>
        SentAsync(
            context,
            body,
            (request, terms) => add.RunAsync(
                Callers.Of(context.User), programme, new NewProject(request.Plan, request.Project.Details, request.Project.SameAs ?? []), terms, cancellation),
            project => TypedResults.Created($"/api/{programme}/projects/{project.Id}", ProjectView.Of(project)));

    private static Task<IResult> PutAsync(
        ChangeProject change, HttpContext context, string programme, string id, JsonBody<ProjectRequest> body, CancellationToken cancellation) =>
        SentAsync(context, body, (request, terms) =>
            change.RunAsync(Callers.Of(context.User), programme, id, request.Details, request.SameAs ?? [], terms, cancellation));

    private static Task<IResult> ConfirmAsync(
        ConfirmProject confirm, HttpContext context, string programme, string id, JsonBody<ConfirmRequest> body, CancellationToken cancellation) =>
        SentAsync(context, body, (request, terms) => confirm.RunAsync(Callers.Of(context.User), programme, id, request.Counts, terms, cancellation));

    private static async Task<IResult> ConfirmManyAsync(
        ConfirmProject confirm, HttpContext context, string programme, JsonBody<ConfirmManyRequest> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await Answers.ChangedAsync(
            context,
            body.Bytes,
            terms => confirm.ManyAsync(Callers.Of(context.User), programme, request.Plan, request.Ids ?? [], terms, cancellation),
            found => TypedResults.Ok(new ConfirmedProjectsView([.. found.Projects.Select(ProjectView.Of)])));
    }

    private static Task<IResult> MergeAsync(
        MergeProject merge, HttpContext context, string programme, string id, JsonBody<MergeRequest> body, CancellationToken cancellation) =>
        SentAsync(context, body, (request, terms) =>
            merge.RunAsync(Callers.Of(context.User), programme, id, request.Into, request.Reason, terms, cancellation));

    private static Task<IResult> RetireAsync(
        RetireProject retire, HttpContext context, string programme, string id, JsonBody<ReasonRequest> body, CancellationToken cancellation) =>
        SentAsync(context, body, (request, terms) => retire.RunAsync(Callers.Of(context.User), programme, id, request.Reason, terms, cancellation));

    private static Task<IResult> RestoreAsync(RetireProject retire, HttpContext context, string programme, string id, CancellationToken cancellation) =>
        Answers.ChangedAsync(
            context,
            body: default,
            terms => retire.RestoreAsync(Callers.Of(context.User), programme, id, terms, cancellation),
            project => Shown(context, project));

    private static async Task<IResult> SentAsync<T>(
        HttpContext context, JsonBody<T> body, Func<T, ChangeTerms, Task<Outcome<Project>>> change, Func<Project, IResult>? answer = null)
        where T : class
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await Answers.ChangedAsync(
            context,
            body.Bytes,
            terms => change(request, terms),
            project => answer is null ? Shown(context, project) : Answers.Versioned(context, project.Hash, answer(project)));
    }

    private static IResult Shown(HttpContext context, Project project) =>
        Answers.Versioned(context, project.Hash, TypedResults.Ok(ProjectView.Of(project)));
}
