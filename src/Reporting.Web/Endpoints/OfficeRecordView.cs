using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>A record that the office keeps itself, or one of its versions.</summary>
/// <param name="Details">What a PUT takes.</param>
/// <param name="Change">What made this version.</param>
/// <param name="By">The person who wrote it.</param>
/// <param name="Hash">SHA-256 over this version and the hash before it; also the ETag.</param>
internal sealed record OfficeRecordView<T>(
    string Id,
    string Plan,
    OfficeRecordState State,
    T Details,
    int Version,
    OfficeStep Change,
    DateTimeOffset At,
    string By,
    string? PreviousHash,
    string Hash)
    where T : class
{
    public static OfficeRecordView<T> Of(Recorded<OfficeRecord<T>> record) => new(
        record.Id,
        record.Content.Plan,
        record.Content.State,
        record.Content.Details,
        record.Version,
        record.Content.Step,
        record.At.ToOffset(BeijingTime.Offset),
        record.By,
        record.PreviousHash,
        record.Hash);
}

/// <summary>A record as it stands with its versions, first to last.</summary>
internal sealed record OfficeRecordWithVersions<T>(OfficeRecordView<T> Record, IReadOnlyList<OfficeRecordView<T>> Versions)
    where T : class
{
    public static OfficeRecordWithVersions<T> Of(OfficeHistory<T> history) =>
        new(OfficeRecordView<T>.Of(history.Current), [.. history.Versions.Select(OfficeRecordView<T>.Of)]);
}

/// <summary>Why a record is withdrawn, at most 200 characters.</summary>
internal sealed record WithdrawRequest(string Reason);
