using System.Globalization;
using System.Text.Json;
using Reporting.Access;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>What changed from one version of an entry to another, field by field.</summary>
/// <param name="Differences">State, person, time and reason first, then the content in its own order; empty when nothing differs.</param>
public sealed record VersionDifference(int From, int To, IReadOnlyList<FieldDifference> Differences);

/// <summary>Compares two versions of an entry.</summary>
public sealed class CompareVersions(ObligationBook book, ProgressTable table)
{
    /// <param name="from">Version number as written in the request; null for the one before <paramref name="to"/>.</param>
    /// <param name="to">Null for the last.</param>
    public async Task<Outcome<VersionDifference>> RunAsync(
        Caller caller, EntryAddress address, string? from, string? to, CancellationToken cancellation)
    {
        var found = await book.FindAsync(address, caller, cancellation);
        if (found.Value is not { } owed)
            return found.Refusals.ToList();
        var refusals = new[] { ("from", from), ("to", to) }.Where(p => p.Item2 is not null && Number(p.Item2) is null).Select(p => NotANumber(p.Item1, p.Item2)).ToList();
        if (refusals.Count > 0)
            return refusals;
        if (await table.FindAsync(owed.Key, cancellation) is not { Entry: var current })
            return EntryWriting.NoEntry();
        var last = Number(to) ?? current.Version;
        var first = Number(from) ?? Math.Max(1, last - 1);
        if (await table.FindVersionAsync(owed.Key, first, cancellation) is not { } before)
            return NoVersion("from", first, current);
        if (await table.FindVersionAsync(owed.Key, last, cancellation) is not { } after)
            return NoVersion("to", last, current);
        return new VersionDifference(first, last, JsonDifference.Of(Facts(before), Facts(after)));
    }

    private static JsonElement Facts(Entry entry)
    {
        var facts = new
        {
            entry.State,
            entry.By,
            At = entry.At.ToOffset(BeijingTime.Offset),
            entry.Reason,
            entry.Content,
        };
        return JsonSerializer.SerializeToElement(facts, ReportingJson.Options);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= StorageKey.MostNumber ? number : null;

    private static Refusal NotANumber(string field, string? text) =>
        new("parameter-invalid", field, $"版本号“{text}”有误，应为正整数。", $"'{text}' is not the number of a version.");

    private static Refusal NoVersion(string field, int number, Entry current) => new(
        "version-not-found",
        field,
        $"没有第{number}版，最新为第{current.Version}版。",
        FormattableString.Invariant($"There is no version {number}; the last is {current.Version}."));
}
