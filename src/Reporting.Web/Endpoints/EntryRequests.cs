using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Contributions;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>The use cases of an entry as HTTP; progress and indicators differ only in their address.</summary>
internal sealed class EntryRequests(
    PutEntry put,
    SubmitEntry submit,
    WithdrawEntry withdraw,
    ReturnEntry giveBack,
    AcceptEntry accept,
    GetEntry get,
    DeriveFromEntries derive,
    GetContributions contributions,
    UnitNames names,
    CompareVersions compare,
    VerifyEntry verify,
    FindWarnings warnings,
    Programmes programmes,
    TimeProvider clock)
{
    public async Task<IResult> GetAsync(HttpContext context, EntryAddress address) =>
        await ShownAsync(context, await get.RunAsync(Caller(context), address, context.RequestAborted), _ => clock.GetUtcNow(), withContributions: true);

    public async Task<IResult> VersionsAsync(HttpContext context, EntryAddress address) =>
        Answers.Of(
            await get.VersionsAsync(Caller(context), address, context.RequestAborted),
            found => TypedResults.Ok(new EntryVersionsView([.. found.Versions.Select(v => View(v, v.At, warnings: null))])));

    public async Task<IResult> CompareAsync(HttpContext context, EntryAddress address, string? from, string? to) =>
        Answers.Of(await compare.RunAsync(Caller(context), address, from, to, context.RequestAborted));

    public async Task<IResult> VerifyAsync(HttpContext context, EntryAddress address) =>
        Answers.Of(await verify.RunAsync(Caller(context), address, context.RequestAborted));

    public async Task<IResult> PutAsync(HttpContext context, EntryAddress address, JsonBody<EntryContent> body)
    {
        if (body.Value is not { } content)
            return new ProblemResult(body.Refusals);
        return await ChangeAsync(context, body.Bytes, terms => put.RunAsync(Caller(context), address, content, terms, context.RequestAborted));
    }

    public Task<IResult> SubmitAsync(HttpContext context, EntryAddress address) =>
        ChangeAsync(context, body: default, terms => submit.RunAsync(Caller(context), address, terms, context.RequestAborted));

    public Task<IResult> WithdrawAsync(HttpContext context, EntryAddress address) =>
        ChangeAsync(context, body: default, terms => withdraw.RunAsync(Caller(context), address, terms, context.RequestAborted));

    public async Task<IResult> ReturnAsync(HttpContext context, EntryAddress address, JsonBody<ReturnRequest> body)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await ChangeAsync(
            context, body.Bytes, terms => TakenAsync(giveBack.RunAsync(Caller(context), address, request.Reason, terms, context.RequestAborted), context));
    }

    public Task<IResult> AcceptAsync(HttpContext context, EntryAddress address) =>
        ChangeAsync(
            context, body: default, terms => TakenAsync(accept.RunAsync(Caller(context), address, terms, context.RequestAborted), context));

    /// <summary>Lets the registers of projects and problems follow what was accepted or taken back; where that fails, the tick does it.</summary>
    private async Task<Outcome<Entry>> TakenAsync(Task<Outcome<Entry>> change, HttpContext context)
    {
        var outcome = await change;
        if (outcome.Value is { } entry)
            await derive.TryAsync(entry.Key, context.RequestAborted);
        return outcome;
    }

    // Judged as of when the version was written, so that a repetition gets the same answer on another day.
    private async Task<IResult> ChangeAsync(HttpContext context, ReadOnlyMemory<byte> body, Func<ChangeTerms, Task<Outcome<Entry>>> change)
    {
        var terms = Answers.Terms(context, body.Span);
        return terms.Value is { } known ? await ShownAsync(context, await change(known), entry => entry.At) : new ProblemResult(terms.Refusals);
    }

    private static Caller Caller(HttpContext context) => Callers.Of(context.User);

    private async Task<IResult> ShownAsync(
        HttpContext context, Outcome<Entry> outcome, Func<Entry, DateTimeOffset> asOf, bool withContributions = false)
    {
        if (outcome.Value is not { } entry)
            return new ProblemResult(outcome.Refusals);
        var view = View(entry, asOf(entry), await WarningsAsync(context, entry));
        if (withContributions)
            view = view with { Contributions = [.. (await contributions.UnderAsync(entry.Key, context.RequestAborted)).Select(c => ContributionView.Of(c, names))] };
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.ETag = $"\"{entry.Hash}\"";
        context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        var created = entry.Version == 1 && HttpMethods.IsPut(context.Request.Method);
        return created ? TypedResults.Created((string?)null, view) : TypedResults.Ok(view);
    }

    private async Task<IReadOnlyList<WarningView>?> WarningsAsync(HttpContext context, Entry entry)
    {
        try
        {
            var english = ProblemResult.PrefersEnglish(context.Request);
            return [.. (await warnings.OfAsync(entry, context.RequestAborted)).Select(w => WarningView.Of(w, english))];
        }
        catch (StorageUnavailableException)
        {
            // What was written is written, and is not to be answered as if it were not.
            return null;
        }
    }

    private EntryView View(Entry entry, DateTimeOffset asOf, IReadOnlyList<WarningView>? warnings) => programmes.TryGet(entry.Key.Programme, out var programme)
        ? EntryView.Of(entry, PeriodDates.Of(entry.Key.Period, programme.Calendar), asOf, warnings)
        : throw new InvalidOperationException($"There is no programme {entry.Key.Programme}.");
}
