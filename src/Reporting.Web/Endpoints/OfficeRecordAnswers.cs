using Microsoft.AspNetCore.Http;
using Reporting.Web.Json;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>What the endpoints of the office's own records answer, whatever the records are about.</summary>
internal static class OfficeRecordAnswers
{
    /// <param name="list">The address of the register, under which the new record stands.</param>
    public static Task<IResult> AddedAsync<TBody, T>(
        HttpContext context, JsonBody<TBody> body, string list, Func<TBody, ChangeTerms, Task<Outcome<Recorded<OfficeRecord<T>>>>> add)
        where TBody : class
        where T : class =>
        SentAsync(context, body, add, record => TypedResults.Created($"{list}/{record.Id}", OfficeRecordView<T>.Of(record)));

    public static Task<IResult> ChangedAsync<TBody, T>(
        HttpContext context, JsonBody<TBody> body, Func<TBody, ChangeTerms, Task<Outcome<Recorded<OfficeRecord<T>>>>> change)
        where TBody : class
        where T : class =>
        SentAsync(context, body, change, record => TypedResults.Ok(OfficeRecordView<T>.Of(record)));

    public static IResult Shown<T>(HttpContext context, Outcome<OfficeHistory<T>> outcome)
        where T : class =>
        Answers.Of(outcome, found => Answers.Versioned(context, found.Current.Hash, TypedResults.Ok(OfficeRecordWithVersions<T>.Of(found))));

    private static async Task<IResult> SentAsync<TBody, T>(
        HttpContext context,
        JsonBody<TBody> body,
        Func<TBody, ChangeTerms, Task<Outcome<Recorded<OfficeRecord<T>>>>> send,
        Func<Recorded<OfficeRecord<T>>, IResult> answer)
        where TBody : class
        where T : class
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await Answers.ChangedAsync(
            context, body.Bytes, terms => send(request, terms), record => Answers.Versioned(context, record.Hash, answer(record)));
    }
}
