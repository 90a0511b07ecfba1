using System.Collections.Concurrent;
using System.Text;
using Azure;
using Azure.Storage.Queues;

namespace Reporting.Storage;

/// <summary>A queue of hints. A message says that something may be to be done; losing or doubling one does no harm.</summary>
/// <param name="name">Without the configured prefix.</param>
public abstract class HintQueue(StorageConnection storage, string name)
{
    private const int AtOnce = 16;

    // The next tick sends a new hint for what is still due, so old ones need not pile up.
    private static readonly TimeSpan TimeToLive = TimeSpan.FromHours(1);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly QueueClient queue = storage.Queue(name);

    /// <summary>Sends a message as the Functions host expects it: base64 of UTF-8.</summary>
    public async Task SendAsync(string text, CancellationToken cancellationToken) =>
        await StorageCall.RunAsync(
            "send a message",
            () => queue.SendMessageAsync(Convert.ToBase64String(Utf8.GetBytes(text)), timeToLive: TimeToLive, cancellationToken: cancellationToken),
            cancellationToken);

    /// <summary>For a host without a queue trigger: takes the messages that wait, handles them, and returns how each ended.</summary>
    /// <param name="hiddenFor">How long others do not see them; as long as the claim of whoever handles one.</param>
    /// <param name="beside">How many are handled beside one another.</param>
    internal async Task<IReadOnlyCollection<T>> WorkOffAsync<T>(
        TimeSpan hiddenFor, int beside, Func<string, Task<T>> handle, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentQueue<T>();
        await Parallel.ForEachAsync(
            await ReceiveAsync(AtOnce, hiddenFor, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = beside, CancellationToken = cancellationToken },
            async (hint, _) =>
            {
                outcomes.Enqueue(await handle(hint.Text));
                await DeleteAsync(hint, cancellationToken);
            });
        return outcomes;
    }

    /// <summary>Takes up to 32 messages and hides them from others for <paramref name="hiddenFor"/>.</summary>
    public async Task<IReadOnlyList<Hint>> ReceiveAsync(int most, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        try
        {
            var response = await StorageCall.RunAsync(
                "receive messages", () => queue.ReceiveMessagesAsync(most, hiddenFor, cancellationToken), cancellationToken);
            return [.. response.Value.Select(m => new Hint(m.MessageId, m.PopReceipt, Decode(m.Body.ToString())))];
        }
        catch (RequestFailedException refused)
        {
            // No answer to this question is one about a message.
            throw new StorageUnavailableException($"Storage did not carry out 'receive messages': {refused.ErrorCode}", refused);
        }
    }

    /// <summary>Removes a handled message; one that another listener took meanwhile stays.</summary>
    public async Task DeleteAsync(Hint hint, CancellationToken cancellationToken)
    {
        try
        {
            await StorageCall.RunAsync(
                "delete a message", () => queue.DeleteMessageAsync(hint.Id, hint.PopReceipt, cancellationToken), cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 400)
        {
            // Its time was up and somebody else has it; the claim decides who works.
        }
    }

    // Decoded here and not by the client: the client fails the whole batch for one message that is not base64.
    private static string Decode(string body)
    {
        try
        {
            return Utf8.GetString(Convert.FromBase64String(body));
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            return body;
        }
    }
}

/// <summary>A message taken from the queue and not yet deleted.</summary>
/// <param name="Text">The decoded text; as it came when it could not be decoded.</param>
public sealed record Hint(string Id, string PopReceipt, string Text);
