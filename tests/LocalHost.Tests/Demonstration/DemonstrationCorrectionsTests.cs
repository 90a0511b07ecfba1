using LocalHost.Demonstration;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Testing;

namespace LocalHost.Tests.Demonstration;

/// <summary>The figures that the first quarter's bulletins have wrong, and what became of them; read from the snapshots of the published issues.</summary>
[Collection(TwoDemonstrations.Collection)]
public sealed class DemonstrationCorrectionsTests(TwoDemonstrations runs)
{
    private static readonly Programme Programme = CatalogueFolder.Load(Repository.Path("data", "henan-2012"));

    public static TheoryData<string> Corrected => [.. DemonstrationEntries.Story.Corrections.Select(c => c.Plan)];

    [Fact]
    public void Story_CorrectsATargetsFigureAndAProjectsInvestment_AndSaysHowItCameAbout()
    {
        var entries = new DemonstrationEntries(Programme);
        Assert.Single(DemonstrationEntries.Story.Corrections, c => c is { Indicator: not null, Project: null });
        Assert.Single(DemonstrationEntries.Story.Corrections, c => c is { Indicator: null, Project: not null });
        foreach (var told in DemonstrationEntries.Story.Corrections)
        {
            var owed = Obligation.Of(Programme, told.Period).Single(told.Concerns);
            var (wrong, right) = (Value(entries.AsPosted(owed), told), Value(entries.Corrected(owed, told), told));
            Assert.Equal(told.Published, wrong);
            Assert.NotEqual(wrong, right);
            // The bulletin prints both figures itself; the unit says only how it came about.
            Assert.StartsWith("系", told.Note, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Corrected))]
    public void Bulletin_HasTheWrongFigure_AndTheNextOneTheRightOneInALaterVersion(string plan)
    {
        var told = DemonstrationEntries.Story.Corrections.Single(c => c.Plan == plan);
        var right = Value(new DemonstrationEntries(Programme).Of(Obligation.Of(Programme, told.Period).Single(told.Concerns)), told);

        var published = Report(told, told.Period);
        Assert.Equal(told.Published, Value(published.Content ?? throw new InvalidOperationException("No content."), told));
        // Written, submitted, accepted.
        Assert.Equal(3, published.Entry?.Version);

        foreach (var later in new Period[] { new(2012, 2), new(2012, 3), new(2012, 4) })
        {
            var known = Report(told, later).Earlier.Single(e => e.Period == told.Period);
            Assert.Equal((ReportState.Accepted, right), (known.State, Value(known, told)));
            // Returned, written, submitted, accepted.
            Assert.Equal(7, known.Entry?.Version);
        }
    }

    private ReportFacts Report(ToldCorrection told, Period period)
    {
        var issue = runs.Issues.Single(i => i.Period == period && Path.GetFileName(i.Folder).StartsWith($"bulletin-{told.Plan}-no", StringComparison.Ordinal));
        return SnapshotJson.Read(File.ReadAllBytes(Path.Combine(issue.Folder, "snapshot.json"))).Plans.Single().Reports
            .Single(r => r.Task == told.Task && r.Unit == told.Unit);
    }

    private static decimal? Value(EntryContent entry, ToldCorrection told) => Value(entry.Figures, entry.Projects, told);

    private static decimal? Value(EarlierReport entry, ToldCorrection told) => Value(entry.Figures, entry.Projects, told);

    private static decimal? Value(IReadOnlyList<EntryFigure> figures, IReadOnlyList<ProjectUpdate> projects, ToldCorrection told) => told.Project is null
        ? figures.Single(f => f.Indicator == told.Indicator).Value
        : projects.Single(p => p.Project == told.Project).CumulativeInvestment;
}
