using Azure.Data.Tables;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tests.Tick;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Delivery;

/// <summary>From the published issue to what is known of its delivery, whoever dies on the way.</summary>
public sealed class OutboxTests(AzuriteFixture azurite)
{
    private const string Programme = "henan-2012";
    private const string Automotive = "2012Q1-bulletin-automotive";
    private static readonly Caller Clerk = new("李梅", Role.Office, null, "k1");
    private static readonly Period Q1 = new(2012, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_IsSentOnce_ToEverybodyWhoWantsIt()
    {
        await using var bench = await StartAsync(
            ("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")),
            ("cars", new Subscriber("汽车处", DeliveryChannel.Email, "b@example.cn", Plans: ["automotive"])),
            ("summary", new Subscriber("副省长", DeliveryChannel.Email, "c@example.cn", Plans: ["all"])),
            ("half-years", new Subscriber("统计局", DeliveryChannel.Email, "d@example.cn", Kinds: ["half-year"])),
            ("left", new Subscriber("调离", DeliveryChannel.Email, "e@example.cn", Active: false)),
            ("unit", new Subscriber("郑州市填报人", DeliveryChannel.Email, "f@example.cn", Unit: "zhengzhou", Issues: false, Reminders: true)));

        await PublishAsync(bench);
        await bench.TickAsync();
        await bench.DrainAsync();

        string[] expected =
        [
            "2012Q1-bulletin-automotive.cars", "2012Q1-bulletin-automotive.everything", "2012Q1-bulletin-nev.everything", "2012Q1-overall-all.everything", "2012Q1-overall-all.summary",
        ];
        Assert.Equal(expected, bench.Channel.Sent.Select(p => p.DeliveryId).Order(StringComparer.Ordinal));
        Assert.All(await RowsAsync(bench), row => Assert.Equal(OutboxState.Sent, row.State));
        var row = await RowAsync(bench, "cars");
        Assert.Equal([DeliveryEvent.Queued, DeliveryEvent.Sent], row.Steps.Select(s => s.What));
        Assert.Equal(("b@example.cn", "250 taken"), (row.Steps[1].To, row.Steps[1].Detail));
    }

    [Fact]
    public async Task WhoSubscribesLater_GetsWhatIsPublishedFromThenOn()
    {
        await using var bench = await StartAsync();
        await PublishAsync(bench);

        await PutAsync(bench, "late", new Subscriber("后来者", DeliveryChannel.Email, "a@example.cn"));
        bench.Clock.Now = WorkBench.AfterSecondQuarter;
        await PublishAsync(bench);

        Assert.Equal(
            ["2012Q2-bulletin-automotive.late", "2012Q2-bulletin-nev.late", "2012Q2-half-year-automotive.late", "2012Q2-half-year-nev.late", "2012Q2-inspection-nev.late", "2012Q2-overall-all.late"],
            bench.Channel.Sent.Select(p => p.DeliveryId).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(WorkStep.Published)]
    [InlineData(WorkStep.Enqueued)]
    public async Task RowIsThereOnce_WhenThePieceFailedAroundIt(WorkStep step)
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        var failed = 0;
        bench.Trace.At = (issue, reached) =>
        {
            if (reached == step && issue.Plan == "automotive" && Interlocked.Increment(ref failed) == 1)
                throw new IOException("The host died.");
        };
        await PublishAsync(bench);
        Assert.DoesNotContain(bench.Channel.Sent, p => p.DeliveryId.StartsWith(Automotive, StringComparison.Ordinal) && step == WorkStep.Published);

        bench.Clock.Now += TimeSpan.FromMinutes(6);
        await PublishAsync(bench);

        Assert.Single(bench.Channel.Sent, p => p.DeliveryId == Automotive + ".everything");
        Assert.Equal(3, (await RowsAsync(bench)).Count);
    }

    [Fact]
    public async Task TwoHosts_SendARowOnce()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await StartAsync(storage, ("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        await using var other = WorkBench.Beside(bench, storage);
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SendAsync(i % 2 == 0 ? bench : other, "everything")));

        Assert.Equal(1, bench.Channel.Sent.Count + other.Channel.Sent.Count);
        Assert.Equal(OutboxState.Sent, (await RowAsync(bench, "everything")).State);
    }

    [Theory]
    [InlineData(WorkStep.Sending)]
    [InlineData(WorkStep.Sent)]
    public async Task WhenTheSenderDies_NobodyKnows_AndNothingIsRepeated(WorkStep step)
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        bench.Trace.At = (_, reached) =>
        {
            if (reached == step)
                throw new IOException("The host died.");
        };
        await Assert.ThrowsAsync<IOException>(() => SendAsync(bench, "everything"));
        bench.Trace.At = (_, _) => { };
        var sent = bench.Channel.Sent.Count;
        Assert.Equal(step == WorkStep.Sent ? 1 : 0, sent);
        Assert.Null(await SendAsync(bench, "everything"));

        bench.Clock.Now += SendDelivery.Lease;
        await bench.TickAsync();
        await bench.DrainAsync();
        await bench.TickAsync();
        await bench.DrainAsync();

        var row = await RowAsync(bench, "everything");
        Assert.Equal(OutboxState.Unconfirmed, row.State);
        Assert.Equal(DeliveryEvent.Unconfirmed, row.Steps[^1].What);
        Assert.Equal(sent, bench.Channel.Sent.Count(p => p.DeliveryId == Automotive + ".everything"));
    }

    [Fact]
    public async Task WhatIsKnownNotToHaveArrived_IsTriedFiveTimes_WithGrowingDelays()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotNow, "421 later"));
        var began = bench.Clock.Now;
        await PublishAsync(bench);
        List<double> minutes = [];
        while ((await RowAsync(bench, "everything")) is { State: OutboxState.Waiting } waiting)
        {
            minutes.Add((waiting.NotBefore - bench.Clock.Now).TotalMinutes);
            bench.Clock.Now = waiting.NotBefore - TimeSpan.FromSeconds(1);
            await bench.TickAsync();
            Assert.Equal(0, await bench.DeliverAsync());
            bench.Clock.Now = waiting.NotBefore;
            await bench.TickAsync();
            await bench.DrainAsync();
        }

        Assert.Equal([5, 20, 80, 320], minutes);
        Assert.Equal(5, bench.Channel.Sent.Count);
        Assert.Equal([1, 2, 3, 4, 5], bench.Channel.Sent.Select(p => p.Attempt));
        var row = await RowAsync(bench, "everything");
        Assert.Equal((OutboxState.Failed, 5, "421 later"), (row.State, row.Failures, row.Steps[^1].Detail));
        Assert.Equal(TimeSpan.FromMinutes(425), bench.Clock.Now - began);
    }

    [Theory]
    [InlineData(SendOutcome.Refused, OutboxState.Failed)]
    [InlineData(SendOutcome.Unknown, OutboxState.Unconfirmed)]
    public async Task Ended_IsNotTakenUpByTheTick_ButByAPerson(SendOutcome outcome, OutboxState ended)
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Answer = _ => Task.FromResult(new SendResult(outcome, "550 no such user"));
        await PublishAsync(bench);
        bench.Clock.Now = bench.Clock.Now.AddDays(2);
        Assert.Equal(0, (await bench.TickAsync()).Deliveries);
        Assert.Equal(ended, (await RowAsync(bench, "everything")).State);

        bench.Channel.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Taken));
        await PutAsync(bench, "everything", new Subscriber("办公厅", DeliveryChannel.Email, "right@example.cn", Plans: ["automotive"]));
        var again = await bench.Get<DeliveryBook>().ResendAsync(Clerk, Programme, Automotive + ".everything", "地址已更正。", null, Cancellation);
        await bench.DrainAsync();

        Assert.Empty(again.Refusals);
        var row = await RowAsync(bench, "everything");
        Assert.Equal(OutboxState.Sent, row.State);
        Assert.Equal([DeliveryEvent.Queued, outcome == SendOutcome.Refused ? DeliveryEvent.Failed : DeliveryEvent.Unconfirmed, DeliveryEvent.Resent, DeliveryEvent.Sent], row.Steps.Select(s => s.What));
        Assert.Equal(("李梅", "地址已更正。"), (row.Steps[2].By, row.Steps[2].Detail));
        Assert.Equal(("right@example.cn", 2), (row.Steps[3].To, bench.Channel.Sent[^1].Attempt));
    }

    [Fact]
    public async Task Resending_NeedsAReason_AndARowThatCameToAnEnd()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        var book = bench.Get<DeliveryBook>();

        Assert.Equal("wrong-state", (await book.ResendAsync(Clerk, Programme, Automotive + ".everything", "再发一次。", null, Cancellation)).Refusals[0].Code);
        Assert.Equal("field-required", (await book.ResendAsync(Clerk, Programme, Automotive + ".everything", "  ", null, Cancellation)).Refusals[0].Code);
        Assert.All(
            ["nothing", Automotive, Automotive + ".nobody", "2012Q9-bulletin-automotive.everything", "..", "2012Q1-bulletin-automotive.every.thing"],
            id => Assert.Equal("delivery-not-found", book.ResendAsync(Clerk, Programme, id, "再发一次。", null, Cancellation).GetAwaiter().GetResult().Refusals[0].Code));
    }

    [Fact]
    public async Task History_FitsIntoItsRow_HoweverOftenAndWordilyItIsRefused()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Refused, new string('拒', 5000)));
        await PublishAsync(bench);
        for (var i = 0; i < 30; i++)
        {
            Assert.Empty((await bench.Get<DeliveryBook>().ResendAsync(Clerk, Programme, Automotive + ".everything", new string('因', 200), null, Cancellation)).Refusals);
            await bench.DrainAsync();
        }

        var row = await RowAsync(bench, "everything");
        Assert.Equal((OutboxState.Failed, 31, 20), (row.State, bench.Channel.Sent.Count, row.Steps.Count));
        Assert.Equal((DeliveryEvent.Queued, DeliveryEvent.Failed), (row.Steps[0].What, row.Steps[^1].What));
        // Who had it sent again outlives what came of it.
        Assert.Equal(18, row.Steps.Count(s => s.What == DeliveryEvent.Resent));
        // Each attempt is another mail.
        Assert.Equal(Enumerable.Range(1, 31), bench.Channel.Sent.Select(p => p.Attempt));
    }

    [Fact]
    public async Task ChannelThatFailsBeforeSending_IsTriedAgain()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Answer = _ => throw new InvalidDataException("The file is damaged.");
        await PublishAsync(bench);

        var row = await RowAsync(bench, "everything");

        Assert.Equal((OutboxState.Waiting, 1), (row.State, row.Failures));
        Assert.Contains("The file is damaged.", row.Steps[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsSwitchedOff_GetsNothingThatStillWaits()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        await PutAsync(bench, "everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Active: false));

        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Empty(bench.Channel.Sent);
        Assert.Equal(OutboxState.Cancelled, (await RowAsync(bench, "everything")).State);
    }

    [Fact]
    public async Task WithoutSettings_RowsWait_AndNoAttemptIsCounted()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        Assert.Equal(0, (await bench.TickAsync()).Deliveries);

        bench.Channel.Configured = true;
        Assert.Equal(1, (await bench.TickAsync()).Deliveries);
        await bench.DrainAsync();

        Assert.Equal([DeliveryEvent.Queued, DeliveryEvent.Sent], (await RowAsync(bench, "everything")).Steps.Select(s => s.What));
    }

    [Fact]
    public async Task Reminder_GoesToItsUnit_Once()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new DateTimeOffset(2012, 4, 10, 9, 0, 0, TimeSpan.FromHours(8)));
        await PutAsync(bench, "zhengzhou-clerk", new Subscriber("郑州市填报人", DeliveryChannel.Email, "a@example.cn", Unit: "zhengzhou", Issues: false, Reminders: true));
        await PutAsync(bench, "xuchang-clerk", new Subscriber("许昌市填报人", DeliveryChannel.Email, "b@example.cn", Unit: "xuchang", Issues: false, Reminders: false));

        for (var i = 0; i < 2; i++)
        {
            await bench.TickAsync();
            await bench.DrainAsync();
        }

        var parcel = Assert.Single(bench.Channel.Sent);
        Assert.Equal("2012Q1-reminder-zhengzhou-due.zhengzhou-clerk", parcel.DeliveryId);
        Assert.Contains("请务必于今日报送", parcel.Letter?.Body, StringComparison.Ordinal);
        var reminders = await bench.Get<RemindersTable>().ReadAsync(Programme, Q1, Cancellation);
        Assert.Equal(["zhengzhou"], reminders.Where(r => r.Reminder.State == OutboxState.Sent).Select(r => r.Reminder.Unit));

        // The next day's digest is another one; what nobody got yesterday is not sent today.
        bench.Clock.Now = bench.Clock.Now.AddDays(1);
        await PutAsync(bench, "xuchang-clerk", new Subscriber("许昌市填报人", DeliveryChannel.Email, "b@example.cn", Unit: "xuchang", Issues: false, Reminders: true));
        await bench.TickAsync();
        await bench.DrainAsync();
        Assert.Equal(
            ["2012Q1-reminder-xuchang-late-20120411.xuchang-clerk", "2012Q1-reminder-zhengzhou-late-20120411.zhengzhou-clerk"],
            bench.Channel.Sent.Skip(1).Select(p => p.DeliveryId).Order(StringComparer.Ordinal));
    }

    /// <summary>Between the tick that hands it on and the moment it is sent a unit may submit, and the mail server may be away for a day.</summary>
    [Fact]
    public async Task Reminder_IsNotSent_WhereThereIsNothingLeftToRemindOf_OrItsDayIsOver()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new DateTimeOffset(2012, 4, 11, 9, 0, 0, TimeSpan.FromHours(8)));
        await PutAsync(bench, "zhengzhou-clerk", new Subscriber("郑州市填报人", DeliveryChannel.Email, "a@example.cn", Unit: "zhengzhou", Issues: false, Reminders: true));
        bench.Channel.Answer = _ => Task.FromResult(new SendResult(SendOutcome.NotNow, "421 later"));
        await bench.TickAsync();
        await bench.DeliverAsync();
        Assert.Single(bench.Channel.Sent);

        bench.Channel.Answer = _ => Task.FromResult(new SendResult(SendOutcome.Taken));
        bench.Clock.Now = bench.Clock.Now.AddDays(1);
        await bench.TickAsync();
        await bench.DeliverAsync();

        var rows = await RowsAsync(bench);
        Assert.Equal(
            [("2012Q1-reminder-zhengzhou-late-20120411", OutboxState.Cancelled), ("2012Q1-reminder-zhengzhou-late-20120412", OutboxState.Sent)],
            rows.Select(r => (r.Subject, r.State)));
        Assert.Equal(["2012Q1-reminder-zhengzhou-late-20120412.zhengzhou-clerk"], bench.Channel.Sent.Skip(1).Select(p => p.DeliveryId));
    }

    [Fact]
    public async Task Reminder_SaysWhatIsLeft_WhenItIsSent()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new DateTimeOffset(2012, 4, 11, 9, 0, 0, TimeSpan.FromHours(8)));
        await PutAsync(bench, "zhengzhou-clerk", new Subscriber("郑州市填报人", DeliveryChannel.Email, "a@example.cn", Unit: "zhengzhou", Issues: false, Reminders: true));
        await bench.TickAsync();
        var reminder = (await bench.Get<RemindersTable>().ReadAsync(Programme, Q1, Cancellation)).Single(r => r.Reminder.Unit == "zhengzhou").Reminder;
        var owed = reminder.Obligations.ToList();
        Assert.True(owed.Count > 1);
        foreach (var one in owed.Skip(1))
            await SubmitAsync(bench, one.Plan, one.Task);

        await bench.DeliverAsync();

        var letter = Assert.Single(bench.Channel.Sent).Letter;
        Assert.Contains(owed[0].Title, letter?.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(owed[1].Title, letter?.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_IsNotSent_ToWhoNoLongerGetsIt()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new DateTimeOffset(2012, 4, 11, 9, 0, 0, TimeSpan.FromHours(8)));
        await PutAsync(bench, "clerk", new Subscriber("郑州市填报人", DeliveryChannel.Email, "a@example.cn", Unit: "zhengzhou", Issues: false, Reminders: true));
        await bench.TickAsync();
        await PutAsync(bench, "clerk", new Subscriber("郑州市填报人", DeliveryChannel.Email, "a@example.cn", Unit: "xuchang", Issues: false, Reminders: true));

        await bench.DeliverAsync();

        Assert.Empty(bench.Channel.Sent);
        Assert.Equal(OutboxState.Cancelled, Assert.Single(await RowsAsync(bench)).State);
    }

    /// <summary>A mail that is on its way when its host is told to stop is waited for, and what became of it is written down.</summary>
    [Fact]
    public async Task WhoStopsWhileSending_SendsToTheEnd()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        using var stop = new CancellationTokenSource();
        var token = CancellationToken.None;
        bench.Channel.Sending = given =>
        {
            stop.Cancel();
            token = given;
        };

        await bench.Get<SendDelivery>().RunAsync(Programme, Q1, Automotive, "everything", stop.Token);

        Assert.False(token.IsCancellationRequested);
        Assert.Equal(OutboxState.Sent, (await RowAsync(bench, "everything")).State);
    }

    /// <summary>What is wrong with a reminder is no reason to hold issues back.</summary>
    [Fact]
    public async Task SpoiltReminder_KeepsNoIssueFromBeingSent()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await StartAsync(storage, ("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Unit: "zhengzhou", Reminders: true)));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        await new TableClient(storage, "Outbox").AddEntityAsync(new TableEntity("henan-2012~2012Q1", "reminder~zhengzhou~late~2012-04-12") { ["Stage"] = "spoilt" }, Cancellation);

        await bench.TickAsync();
        await bench.DeliverAsync();

        Assert.Contains(bench.Channel.Sent, p => p.DeliveryId == Automotive + ".everything");
    }

    [Fact]
    public async Task Reminder_IsNotHandedOn_ToAChannelThatIsNotSetUp()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new DateTimeOffset(2012, 4, 11, 9, 0, 0, TimeSpan.FromHours(8)));
        await PutAsync(bench, "zhengzhou-clerk", new Subscriber("郑州市填报人", DeliveryChannel.Email, "a@example.cn", Unit: "zhengzhou", Issues: false, Reminders: true));
        bench.Channel.Configured = false;
        await bench.TickAsync();

        Assert.Empty(await RowsAsync(bench));
        Assert.All(await bench.Get<RemindersTable>().ReadAsync(Programme, Q1, Cancellation), r => Assert.Equal(OutboxState.Waiting, r.Reminder.State));
    }

    /// <summary>Whoever dies while a mail is made ready has sent nothing: no claim is left that would make the row unconfirmed.</summary>
    [Fact]
    public async Task WhoStopsWhileMakingReady_LeavesTheRowAsItWas()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        var before = await RowAsync(bench, "everything");
        using var stop = new CancellationTokenSource();
        bench.Channel.Preparing = _ =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Get<SendDelivery>().RunAsync(Programme, Q1, Automotive, "everything", stop.Token));

        Assert.Equal(before.Tag, (await RowAsync(bench, "everything")).Tag);
    }

    /// <summary>A host whose clock ran a year ahead claimed a row, deferred another, and was put right.</summary>
    [Theory]
    [InlineData(OutboxState.Sending, OutboxState.Unconfirmed)]
    [InlineData(OutboxState.Waiting, OutboxState.Sent)]
    public async Task ClockThatWasAhead_HoldsNoRow(OutboxState left, OutboxState then)
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        var ahead = bench.Clock.Now.AddYears(1);
        var row = (await RowAsync(bench, "everything")) with { State = left, NotBefore = ahead, LeaseUntil = left == OutboxState.Sending ? ahead : null };
        Assert.NotNull(await bench.Get<DeliveriesTable>().ReplaceAsync(row, Cancellation));

        await bench.TickAsync();
        await bench.DeliverAsync();

        Assert.Equal(then, (await RowAsync(bench, "everything")).State);
    }

    [Fact]
    public async Task WhatASenderLeftBehind_IsSettled_AlsoWhereTheChannelIsNoLongerSetUp()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn")));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        var row = (await RowAsync(bench, "everything")) with { State = OutboxState.Sending, LeaseUntil = bench.Clock.Now };
        Assert.NotNull(await bench.Get<DeliveriesTable>().ReplaceAsync(row, Cancellation));

        await bench.TickAsync();
        await bench.DeliverAsync();

        Assert.Equal(OutboxState.Unconfirmed, (await RowAsync(bench, "everything")).State);
    }

    /// <summary>The answer to a request may be lost: repeated under its key it is the same request.</summary>
    [Fact]
    public async Task ResendingTwiceUnderOneKey_SendsOnce()
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        await PublishAsync(bench);
        var book = bench.Get<DeliveryBook>();
        var key = new IdempotencyKey("one", "body");

        for (var i = 0; i < 3; i++)
        {
            Assert.Empty((await book.ResendAsync(Clerk, Programme, Automotive + ".everything", "再发一次。", key, Cancellation)).Refusals);
            await bench.DeliverAsync();
        }

        Assert.Equal(2, bench.Channel.Sent.Count);
        var other = await book.ResendAsync(Clerk, Programme, Automotive + ".everything", "又发一次。", key with { Request = "another body" }, Cancellation);
        Assert.Equal("idempotency-key-reused", other.Refusals[0].Code);
    }

    /// <summary>Whoever missed the alert of the moment hears of it on the next days.</summary>
    [Theory]
    [InlineData(SendOutcome.Refused, 0, 1, true)]
    [InlineData(SendOutcome.Unknown, 13, 0, true)]
    [InlineData(SendOutcome.Unknown, 15, 0, false)]
    [InlineData(SendOutcome.Taken, 1, 0, false)]
    public async Task WhatNobodySettles_IsRaisedEveryDay_ForTwoWeeks(SendOutcome outcome, int days, int hours, bool open)
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Answer = _ => Task.FromResult(new SendResult(outcome));
        await PublishAsync(bench);
        bench.Clock.Now += new TimeSpan(days, hours, 0, 0);

        Assert.Equal(open ? [Automotive + ".everything"] : [], await bench.Get<WatchDeliveries>().RunAsync(Cancellation));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(25, true)]
    public async Task WhatWaitsForMoreThanADay_IsRaised(int hours, bool open)
    {
        await using var bench = await StartAsync(("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Clock.Now += TimeSpan.FromHours(hours);

        Assert.Equal(open ? 1 : 0, (await bench.Get<WatchDeliveries>().RunAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task SpoiltRow_KeepsNoOtherFromBeingSent()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await StartAsync(
            storage,
            ("cars", new Subscriber("汽车处", DeliveryChannel.Email, "b@example.cn", Plans: ["automotive"])),
            ("everything", new Subscriber("办公厅", DeliveryChannel.Email, "a@example.cn", Plans: ["automotive"])));
        bench.Channel.Configured = false;
        await PublishAsync(bench);
        bench.Channel.Configured = true;
        var rows = new TableClient(storage, "Outbox");
        await foreach (var row in rows.QueryAsync<TableEntity>("Subscriber eq 'cars'", cancellationToken: Cancellation))
        {
            row["Steps"] = "spoilt";
            await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        }

        await bench.TickAsync();
        await bench.DeliverAsync();

        Assert.Equal([Automotive + ".everything"], bench.Channel.Sent.Select(p => p.DeliveryId));
    }

    private static async Task SubmitAsync(WorkBench bench, string plan, string? task)
    {
        var key = new EntryKey(Programme, Q1, plan, task, "zhengzhou");
        var content = new EntryContent(SelfRating.OnTrack, 25m, "按计划推进。", null, [], [], []);
        await bench.Get<ProgressTable>().WriteAsync(
            key, new EntryChange(EntryState.Submitted, content, bench.Clock.Now, bench.Clock.Now, "张三", null), previous: null, idempotency: null, Cancellation);
    }

    private Task<WorkBench> StartAsync(params (string Id, Subscriber Subscriber)[] subscribers) => StartAsync(azurite.FreshStorage(), subscribers);

    private static async Task<WorkBench> StartAsync(string storage, params (string Id, Subscriber Subscriber)[] subscribers)
    {
        var bench = await WorkBench.StartAsync(storage, WorkBench.AfterFirstQuarter);
        foreach (var (id, subscriber) in subscribers)
            await PutAsync(bench, id, subscriber);
        return bench;
    }

    private static async Task PutAsync(WorkBench bench, string id, Subscriber subscriber)
    {
        var book = bench.Get<SubscriberBook>();
        var terms = (await book.FindAsync(Programme, id, Cancellation)).Value is { } there ? new ChangeTerms(new IfMatch([there.Hash]), null) : ChangeTerms.None;
        Assert.Empty((await book.PutAsync(Clerk, Programme, id, subscriber, terms, Cancellation)).Refusals);
    }

    private static async Task PublishAsync(WorkBench bench)
    {
        await bench.TickAsync();
        await bench.DrainAsync();
    }

    private static Task<DeliveryEvent?> SendAsync(WorkBench bench, string subscriber) =>
        bench.Get<SendDelivery>().RunAsync(Programme, Q1, Automotive, subscriber, Cancellation);

    private static Task<IReadOnlyList<OutboxDelivery>> RowsAsync(WorkBench bench) => bench.Get<DeliveriesTable>().ReadAsync(Programme, Q1, Cancellation);

    private static async Task<OutboxDelivery> RowAsync(WorkBench bench, string subscriber) =>
        await bench.Get<DeliveriesTable>().FindAsync(Programme, Q1, Automotive, subscriber, Cancellation) ?? throw new InvalidOperationException("There is no such row.");
}
