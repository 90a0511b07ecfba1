using Microsoft.Extensions.Options;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tests.Collecting.Plausibility;
using Testing;

namespace Reporting.Tests.Collecting;

public sealed class EarlierEntriesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset july = new(2012, 7, 5, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly OwedEntry owed = Posted.Owed("steel", 3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Latest_AcceptedEntryOfTheYear_IsFound()
    {
        var table = await NewTableAsync();
        await WriteAsync(table, 1, EntryState.Accepted, 800);
        await WriteAsync(table, 2, EntryState.Submitted, 1600);

        Assert.Equal((1, 800m), Found(await new EarlierEntries(table).FindAsync(owed, july, Cancellation)));
        await WriteAsync(table, 2, EntryState.Accepted, 1601);
        Assert.Equal((2, 1601m), Found(await new EarlierEntries(table).FindAsync(owed, july, Cancellation)));
        Assert.Null(await new EarlierEntries(table).FindAsync(Posted.Owed("steel", 1), july, Cancellation));
    }

    [Fact]
    public async Task Entry_IsReadOnce_WhenItsReviewIsOver()
    {
        var table = await NewTableAsync();
        await WriteAsync(table, 1, EntryState.Accepted, 800);
        var earlier = new EarlierEntries(table);
        var second = Posted.Owed("steel", 2);
        Assert.Equal((1, 800m), Found(await earlier.FindAsync(second, july, Cancellation)));

        await WriteAsync(table, 1, EntryState.Accepted, 801);

        Assert.Equal((1, 800m), Found(await earlier.FindAsync(second, july.AddMinutes(4), Cancellation)));
        // An exception of the office is seen after a short time.
        Assert.Equal((1, 801m), Found(await earlier.FindAsync(second, july.AddMinutes(5), Cancellation)));
    }

    [Fact]
    public async Task Absence_IsReadOnce_WhenTheReviewIsOver()
    {
        var table = await NewTableAsync();
        var earlier = new EarlierEntries(table);
        var second = Posted.Owed("steel", 2);
        Assert.Null(await earlier.FindAsync(second, july, Cancellation));

        await WriteAsync(table, 1, EntryState.Accepted, 800);

        Assert.Null(await earlier.FindAsync(second, july.AddMinutes(4), Cancellation));
    }

    [Fact]
    public async Task Entry_IsReadEachTime_WhileItsReviewGoesOn()
    {
        var table = await NewTableAsync();
        await WriteAsync(table, 1, EntryState.Accepted, 800);
        var earlier = new EarlierEntries(table);
        var second = Posted.Owed("steel", 2);
        var review = BeijingTime.EndOf(PeriodDates.Of(new Period(2012, 1), second.Programme.Calendar).ReviewBy).AddTicks(-1);
        Assert.Equal((1, 800m), Found(await earlier.FindAsync(second, review, Cancellation)));

        await WriteAsync(table, 1, EntryState.Returned, 800);

        Assert.Null(await earlier.FindAsync(second, review, Cancellation));
    }

    private static (int Quarter, decimal? Value) Found(Reporting.Collecting.Plausibility.EarlierReport? report) =>
        (report?.Period.Quarter ?? 0, report?.Figures[0].Value);

    private static async Task WriteAsync(ProgressTable table, int quarter, EntryState state, decimal value)
    {
        var key = Posted.Owed("steel", quarter).Key;
        var content = Posted.Content(figures: new EntryFigure("steel-T02", value, "亿元"));
        var change = new EntryChange(state, content, july.AddMonths(-3), july.AddMonths(-3), "填报人", Reason: null);
        Assert.NotNull(await table.WriteAsync(key, change, await table.FindAsync(key, Cancellation), idempotency: null, Cancellation));
    }

    private async Task<ProgressTable> NewTableAsync()
    {
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage() }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        return new ProgressTable(connection);
    }
}
