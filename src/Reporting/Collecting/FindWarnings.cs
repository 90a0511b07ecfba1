using Reporting.Collecting.Plausibility;

namespace Reporting.Collecting;

/// <summary>Finds what is implausible in an entry, by what was reported before it and elsewhere.</summary>
public sealed class FindWarnings(ObligationBook book, EarlierEntries earlier, IEnumerable<IOtherProjectReports> registers, TimeProvider clock)
{
    /// <summary>In the order of the fields; empty when nothing is implausible.</summary>
    public async Task<IReadOnlyList<Warning>> OfAsync(Entry entry, CancellationToken cancellation)
    {
        var found = book.FindPeriod(entry.Key.Programme, entry.Key.Period.ToString());
        if (found.Value is not var (programme, _, dates) || !programme.TryGetPlan(entry.Key.Plan, out var plan))
            return [];
        var owed = new OwedEntry(entry.Key, programme, plan, dates);
        return CheckPlausibility.Of(entry.Content, owed, await KnownAsync(owed, clock.GetUtcNow(), cancellation));
    }

    /// <summary>What the entry is compared with.</summary>
    internal async Task<KnownReports> KnownAsync(OwedEntry owed, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = await earlier.FindAsync(owed, now, cancellation);
        List<OtherProjectReport> others = [];
        foreach (var register in registers)
            others.AddRange(await register.FindAsync(owed.Key, cancellation));
        return new KnownReports(before, others);
    }
}
