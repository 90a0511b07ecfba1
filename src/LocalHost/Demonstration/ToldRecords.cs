using Reporting.Inspections;
using Reporting.Zones;

namespace LocalHost.Demonstration;

/// <summary>A visit of the office to a site.</summary>
/// <param name="FollowUps">What became of its findings by the next inspection report; null for nothing.</param>
internal sealed record ToldInspection(string Plan, Inspection Inspection, IReadOnlyList<ToldFollowUp>? FollowUps = null)
{
    /// <summary>The record as the office says it anew before the next report; null where there is nothing to say.</summary>
    internal Inspection? FollowedUp() => FollowUps is null ? null : Inspection with
    {
        Findings = [.. Inspection.Findings.Select((finding, i) =>
            FollowUps.FirstOrDefault(f => f.Finding == i) is { } told && finding.Rectification is { } rectification
                ? finding with { Rectification = rectification with { State = told.State, DoneOn = told.DoneOn, Note = told.Note } }
                : finding)],
    };
}

/// <summary>How far the mending of a finding is by the next report.</summary>
/// <param name="Finding">Its place in the record, from 0.</param>
internal sealed record ToldFollowUp(int Finding, RectificationState State, DateOnly? DoneOn, string? Note);

/// <summary>A zone that a plan ranks at the year's end.</summary>
internal sealed record ToldZone(string Plan, Zone Zone);
