using System.Runtime.CompilerServices;

namespace Reporting.Bulletins.Documents;

/// <summary>A stretch of text; one that states a fact says where the fact comes from.</summary>
/// <param name="Trace">Null for words that state nothing of their own; such a run holds no digit.</param>
public sealed record Run(string Text, Trace? Trace = null)
{
    /// <summary>
    /// Facts that decided that this is said, or said in this way, without being stated here: which unit is named as late hangs on every day of
    /// submission, whether tasks are 均按序时推进 on every percentage.
    /// </summary>
    public IReadOnlyList<string> Because { get; init; } = [];
}

/// <summary>Where a stated fact comes from.</summary>
/// <param name="Formula">How the sources give the text (e.g. <c>percent</c>, <c>count</c>); null when it is the source's own words or figure.</param>
/// <param name="Sources">
/// <c>entry:ID@VERSION#field</c>, <c>contribution:ID@VERSION#text</c>, <c>catalogue:ID#field</c>, <c>calendar:field</c>, <c>register:PERIOD/PLAN/TASK/UNIT</c> (an obligation that nobody
/// met), <c>signing:field</c> or <c>snapshot:field</c>.
/// </param>
public sealed record Trace(string? Formula, IReadOnlyList<string> Sources);

/// <summary>
/// Runs in reading order. Written as an interpolated string: literal text becomes untraced runs, a <see cref="Run"/> in a hole keeps its trace,
/// a phrase in a hole is spliced in. A string does not become a phrase by itself: in a conditional, two interpolated strings would be strings
/// and lose their traces.
/// </summary>
[InterpolatedStringHandler]
public sealed record Phrase
{
    private readonly List<Run> runs;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Phrase(int literalLength, int formattedCount) => runs = new List<Run>(formattedCount * 2 + Math.Min(literalLength, 1));

    private Phrase(IEnumerable<Run> runs)
        : this(0, 0)
    {
        foreach (var run in runs)
            Add(run);
    }

    public static Phrase Empty { get; } = new(0, 0);

    public IReadOnlyList<Run> Runs => runs;

    /// <summary>The text of all runs.</summary>
    public string Text => string.Concat(runs.Select(r => r.Text));

    public bool IsEmpty => runs.Count == 0;

    public static Phrase Of(Phrase phrase) => phrase;

    /// <summary>The same words, said because of these facts too.</summary>
    public Phrase Because(params IEnumerable<string> sources)
    {
        List<string> reasons = [.. sources];
        return new Phrase(runs.Select(run => run with { Because = run.Because.Count == 0 ? reasons : [.. run.Because, .. reasons] }));
    }

    /// <summary>The runs one after the other.</summary>
    public static Phrase Of(IReadOnlyList<Run> runs) => new(runs);

    public static Phrase Plain(string text) => new([new Run(text)]);

    public static Phrase Traced(Run run) => new([run]);

    /// <summary>One phrase after the other, with <paramref name="separator"/> between.</summary>
    public static Phrase Join(string separator, IEnumerable<Phrase> phrases)
    {
        var joined = new List<Run>();
        foreach (var phrase in phrases)
        {
            if (joined.Count > 0)
                joined.Add(new Run(separator));
            joined.AddRange(phrase.Runs);
        }
        return new Phrase(joined);
    }

    public static implicit operator Phrase(Run run) => Traced(run);

    public void AppendLiteral(string value) => Add(new Run(value));

    public void AppendFormatted(Run run) => Add(run);

    public void AppendFormatted(Phrase phrase)
    {
        foreach (var run in phrase.runs)
            Add(run);
    }

    public void AppendFormatted(string text) => Add(new Run(text));

    public bool Equals(Phrase? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static bool SameReasons(Run left, Run right) =>
        ReferenceEquals(left.Because, right.Because) || (left.Because.Count == 0 && right.Because.Count == 0);

    private void Add(Run run)
    {
        if (run.Text.Length == 0)
            return;
        if (run.Trace is null && runs.Count > 0 && runs[^1].Trace is null && SameReasons(runs[^1], run))
            runs[^1] = run with { Text = runs[^1].Text + run.Text };
        else
            runs.Add(run);
    }
}
