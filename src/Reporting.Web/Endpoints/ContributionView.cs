using Reporting.Catalogue;
using Reporting.Collecting.Contributions;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>A contribution, or one of its versions, as the API shows it.</summary>
/// <param name="Text">Null once the unit has taken its words back.</param>
/// <param name="By">The person who wrote this version.</param>
/// <param name="PreviousHash">Hash of the version before; null for the first.</param>
/// <param name="Hash">SHA-256 over this version and the hash before it; also the ETag.</param>
internal sealed record ContributionView(
    string Unit, string UnitName, string? Text, int Version, DateTimeOffset At, string By, string? PreviousHash, string Hash)
{
    public static ContributionView Of(Contribution contribution, UnitNames names) => new(
        contribution.Key.Unit,
        names.Of(contribution.Key.Programme, contribution.Key.Unit),
        contribution.Text,
        contribution.Version,
        contribution.At.ToOffset(BeijingTime.Offset),
        contribution.By,
        contribution.PreviousHash,
        contribution.Hash);
}

/// <summary>The contributions to a task, or the versions of one.</summary>
internal sealed record ContributionsView(IReadOnlyList<ContributionView> Contributions)
{
    public static ContributionsView Of(ContributionList found, UnitNames names) => new([.. found.Contributions.Select(c => ContributionView.Of(c, names))]);
}

/// <summary>What a participating unit says of its part in a task.</summary>
/// <param name="Text">At most 4,000 characters; null or blank takes back what was said before.</param>
internal sealed record ContributionRequest(string? Text = null);

/// <summary>The printed names of units.</summary>
internal sealed class UnitNames(Programmes programmes)
{
    /// <summary>The id itself for a unit that the catalogue does not have any more.</summary>
    public string Of(string programme, string unit) =>
        programmes.TryGet(programme, out var found) && found.TryGetUnit(unit, out var named) ? named.Name : unit;
}
