using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>The keys of table Progress (DESIGN section 5): everything of one plan in one period is one partition, so one transaction can change it.</summary>
internal static class ProgressKeys
{
    public const string Entry = "entry";
    public const string Version = "version";
    public const string Indicator = "indicator";

    /// <summary>The row of the obligations frozen at the lock, one for each partition.</summary>
    public const string Obligations = "obligations";

    public const string Exception = "exception";
    public const string IndicatorException = "indicator-exception";
    public const string Derive = "derive";
    public const string IndicatorDerive = "indicator-derive";

    public const string Contribution = "contribution";

    private const string ContributionVersion = "contribution-version";

    /// <summary>Versions of an indicator entry; a task is never called so, its id is the printed row's.</summary>
    private const string IndicatorVersion = "indicator-version";

    public static string Partition(string programme, Period period, string plan) => StorageKey.Of(programme, period.ToString(), plan);

    public static string Partition(EntryKey key) => Partition(key.Programme, key.Period, key.Plan);

    public static string CurrentRow(EntryKey key) =>
        key.Task is { } task ? StorageKey.Of(Entry, task, key.Unit) : StorageKey.Of(Indicator, key.Unit);

    public static string VersionRow(EntryKey key, int version) =>
        key.Task is { } task
            ? StorageKey.Of(Version, task, key.Unit, StorageKey.Number(version))
            : StorageKey.Of(IndicatorVersion, key.Unit, StorageKey.Number(version));

    /// <param name="key">Of a participating unit; its task is never null.</param>
    public static string ContributionRow(EntryKey key) => StorageKey.Of(Contribution, key.Task ?? "", key.Unit);

    public static string ContributionVersionRow(EntryKey key, int version) =>
        StorageKey.Of(ContributionVersion, key.Task ?? "", key.Unit, StorageKey.Number(version));

    /// <summary>The version rows of one contribution: from (inclusive), to (exclusive).</summary>
    public static (string From, string To) ContributionVersionRows(EntryKey key) =>
        (StorageKey.From(ContributionVersion, key.Task ?? "", key.Unit), StorageKey.To(ContributionVersion, key.Task ?? "", key.Unit));

    /// <summary>The mark that what is derived from an accepted entry (projects, problems) is to be brought up to date.</summary>
    public static string DeriveRow(EntryKey key) =>
        key.Task is { } task ? StorageKey.Of(Derive, task, key.Unit) : StorageKey.Of(IndicatorDerive, key.Unit);

    /// <summary>The permit to report after the lock (office exception).</summary>
    public static string ExceptionRow(EntryKey key) =>
        key.Task is { } task ? StorageKey.Of(Exception, task, key.Unit) : StorageKey.Of(IndicatorException, key.Unit);

    /// <summary>The version rows of one entry: from (inclusive), to (exclusive).</summary>
    public static (string From, string To) VersionRows(EntryKey key) =>
        key.Task is { } task
            ? (StorageKey.From(Version, task, key.Unit), StorageKey.To(Version, task, key.Unit))
            : (StorageKey.From(IndicatorVersion, key.Unit), StorageKey.To(IndicatorVersion, key.Unit));
}
