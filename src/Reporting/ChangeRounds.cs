namespace Reporting;

/// <summary>Makes a change again and again until no other writer comes in between, and once only under one idempotency key.</summary>
internal static class ChangeRounds
{
    // Of n writers one wins each round; more people than this do not write one thing, or one plan's projects, in the same moment.
    private const int Most = 20;

    /// <param name="round">Reads, decides and writes; null when another writer was first and nothing was written.</param>
    /// <param name="writtenBefore">
    /// The answer to the same request when it was carried out before, or the refusal of a reused key; null when the key is new, or there is
    /// none. Asked only when something is refused or another writer was first, so that it costs nothing where all goes well.
    /// </param>
    public static async Task<Outcome<T>> RunAsync<T>(Func<Task<Outcome<T>?>> round, Func<Task<Outcome<T>?>> writtenBefore)
        where T : class
    {
        for (var n = 0; n < Most; n++)
        {
            var outcome = await round();
            if (outcome?.Value is not null)
                return outcome;
            if (await writtenBefore() is { } before)
                return before;
            if (outcome is not null)
                return outcome;
        }
        return new Refusal("busy", null, "同时有多人修改，请稍后再试。", "Too many writers change this at once; try again.");
    }
}
