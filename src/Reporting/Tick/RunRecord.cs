namespace Reporting.Tick;

/// <summary>One entry of the run register: a tick or a handled piece of work, how it ended and how long it took.</summary>
/// <param name="Programme">Empty when the run belongs to no known programme (an unreadable message).</param>
/// <param name="What"><see cref="TickName"/>, <see cref="RemindersName"/>, <see cref="RegistersName"/>, or the id of the issue worked on.</param>
/// <param name="At">When the run began.</param>
/// <param name="Error">What went wrong; null when nothing did.</param>
public sealed record RunRecord(string Programme, string What, DateTimeOffset At, string Outcome, TimeSpan Duration, string? Error)
{
    /// <summary>What a tick is called in the register.</summary>
    public const string TickName = "tick";

    /// <summary>What the reminders of a tick are called in the register.</summary>
    public const string RemindersName = "reminders";

    /// <summary>What the outbox's part of a tick is called in the register; a delivery that failed or is unconfirmed stands there under its id.</summary>
    public const string DeliveriesName = "deliveries";

    /// <summary>What the carrying of accepted entries into the registers is called in the register of runs.</summary>
    public const string RegistersName = "registers";

    /// <summary>What the watchdog is called in the register.</summary>
    public const string WatchdogName = "watchdog";

    private const int ErrorLimit = 1000;

    /// <summary>A failure as the register keeps it: kind and message, cut to a row's size.</summary>
    internal static string ErrorOf(Exception failure) => Cut($"{failure.GetType().Name}: {failure.Message}");

    /// <summary>Cut to a row's size.</summary>
    internal static string Cut(string text) => text.Length <= ErrorLimit ? text : text[..ErrorLimit];
}
