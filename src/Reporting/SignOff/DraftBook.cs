using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>Finds the pieces of work that lie before the office.</summary>
public sealed class DraftBook(ObligationBook book, WorkTable work)
{
    /// <summary>The pieces of the programme's year, in the order in which they are due; null filters take everything.</summary>
    public async Task<Outcome<DraftList>> ListAsync(string programme, string? period, string? state, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return known.Refusals.ToList();
        Period? wanted = null;
        if (period is not null)
        {
            var dates = book.FindDates(programme, period);
            if (dates.Value is not { } one)
                return dates.Refusals.ToList();
            wanted = one.Period;
        }
        ReviewState? only = null;
        if (state is not null)
        {
            var states = Enum.GetValues<ReviewState>();
            var at = Array.FindIndex(states, s => ReportingJson.NameOf(s) == state);
            if (at < 0)
            {
                var names = states.Select(ReportingJson.NameOf).ToList();
                return new Refusal("parameter-invalid", "state", $"state 应为{string.Join('、', names)}之一。", $"state is one of {string.Join(", ", names)}.");
            }
            only = states[at];
        }
        var pieces = new List<WorkPiece>();
        foreach (var year in found.Calendar.Periods.Select(p => p.Year).Distinct())
            pieces.AddRange(await work.ReadYearAsync(found.Id, year, cancellation));
        var order = DueWork.Of(found, DateTimeOffset.MaxValue).Select((issue, i) => (issue, i)).ToDictionary(x => x.issue, x => x.i);
        return new DraftList(found,
        [
            .. pieces
                .Where(p => wanted is null || p.Issue.Period == wanted)
                .Where(p => only is null || ReviewStates.Of(p) == only)
                .OrderBy(p => p.Issue.Period).ThenBy(p => order.GetValueOrDefault(p.Issue, int.MaxValue)),
        ]);
    }

    /// <summary>The piece of an issue; refused where the issue is not due.</summary>
    public async Task<Outcome<DraftedIssue>> FindAsync(string programme, string id, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return known.Refusals.ToList();
        return IssueSeries.TryParseId(found.Id, id, out var issue) && await work.FindAsync(issue, cancellation) is { } piece
            ? new DraftedIssue(found, piece)
            : new Refusal("draft-not-found", "id", $"没有待编发的“{id}”；报告期锁定后才有送审稿。", $"No issue '{id}' is being made; a draft comes when its period is locked.");
    }
}

/// <summary>The pieces that were asked for.</summary>
public sealed record DraftList(Programme Programme, IReadOnlyList<WorkPiece> Pieces);

/// <summary>A piece of a known programme.</summary>
public sealed record DraftedIssue(Programme Programme, WorkPiece Piece);
