using System.Collections.Frozen;
using Azure;
using Azure.Data.Tables;

namespace Reporting.Storage;

/// <summary>Runs a storage call and names its failure: what is not a plain answer of the service becomes <see cref="StorageUnavailableException"/>.</summary>
internal static class StorageCall
{
    // What StorageSetup makes has been removed, or is being removed; this is not an answer about a row, a blob or a message.
    private static readonly FrozenSet<string> LostStore = FrozenSet.Create(
        StringComparer.Ordinal,
        "TableNotFound", "TableBeingDeleted", "QueueNotFound", "QueueBeingDeleted", "ContainerNotFound", "ContainerBeingDeleted");

    /// <summary>
    /// Answers below 500 other than 401, 403, 408 and 429 (e.g. 404, 409, 412) are passed on as <see cref="RequestFailedException"/>, unless they say
    /// that the table, queue or container itself is gone.
    /// </summary>
    public static async Task<T> RunAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException e) when (e.Status is 0 or 401 or 403 or 408 or 429 or >= 500 || LostStore.Contains(e.ErrorCode ?? ""))
        {
            throw Unavailable(what, e);
        }
        catch (AggregateException e) when (!cancellation.IsCancellationRequested)
        {
            // Azure.Core gathers the failures of all attempts in one.
            throw Unavailable(what, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            // The network timeout of the last attempt.
            throw Unavailable(what, e);
        }
        catch (IOException e)
        {
            throw Unavailable(what, e);
        }
        catch (Azure.Identity.AuthenticationFailedException e)
        {
            throw Unavailable(what, e);
        }
    }

    /// <summary>The same for a caller that cannot wait otherwise than by standing still; <paramref name="call"/> must not be asynchronous.</summary>
    public static T Run<T>(string what, Func<T> call) => RunAsync(what, () => Task.FromResult(call()), CancellationToken.None).GetAwaiter().GetResult();

    public static Task RunAsync(string what, Func<Task> call, CancellationToken cancellation) =>
        RunAsync(
            what,
            async () =>
            {
                await call();
                return true;
            },
            cancellation);

    /// <summary>The row; null when the table has none of this key. A table that is gone is a failure, which the client would take for a missing row.</summary>
    public static Task<TableEntity?> FindRowAsync(string what, TableClient table, string partition, string row, CancellationToken cancellation) =>
        RunAsync(
            what,
            async () =>
            {
                var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
                if (found.HasValue)
                    return found.Value;
                var answer = new RequestFailedException(found.GetRawResponse());
                return LostStore.Contains(answer.ErrorCode ?? "") ? throw answer : null;
            },
            cancellation);

    private static StorageUnavailableException Unavailable(string what, Exception inner) =>
        new($"Storage did not carry out '{what}': {FirstLine(inner.GetBaseException().Message)}", inner);

    // The service's own messages go on with all headers and the body of its answer.
    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n', 2)[0];
}
