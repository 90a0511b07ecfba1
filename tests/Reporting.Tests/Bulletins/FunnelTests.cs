using Reporting.Access;
using Reporting.Bulletins;
using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Projects;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Bulletins;

/// <summary>The funnel counts what the office has confirmed, each project once.</summary>
public sealed class FunnelTests
{
    private static readonly ProjectFacts First = new("P1", "甲项目", null, Confirmed: true);
    private static readonly ProjectFacts Second = new("P2", "乙项目", null, Confirmed: true);

    [Fact]
    public void Funnel_LeavesOutTheUnconfirmed_AndTheNotesSayHowMany()
    {
        var snapshot = Snapshot([First, Second with { Confirmed = false }], Update("P1", 10m), Update("P2", 90m));

        var funnel = Funnel.Of(snapshot.Plans[0], Given.Q1);
        var text = ComposeIssue.Compose(snapshot).Text();

        Assert.Equal(["P1"], funnel.Projects.Select(p => p.Project.Id));
        Assert.Equal(["P2"], funnel.Unconfirmed.Select(p => p.Id));
        Assert.Contains("纳入统计的1个项目", text, StringComparison.Ordinal);
        Assert.Contains("报送的重点项目中有1个未经办公室核定，未计入。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("乙项目", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_SayNothing_WhenAllAreConfirmed()
    {
        var text = ComposeIssue.Compose(Snapshot([First], Update("P1", 10m))).Text();

        Assert.DoesNotContain("核定，未计入", text, StringComparison.Ordinal);
    }

    [Fact]
    public void MergedProject_CountsOnceUnderItsSuccessor()
    {
        var merged = Second with { State = ProjectState.Merged, CountsFor = "P1" };

        var both = Funnel.Of(Snapshot([First, merged], Update("P1", 10m), Update("P2", 90m)).Plans[0], Given.Q1);
        var alone = Funnel.Of(Snapshot([First, merged], Update("P2", 90m)).Plans[0], Given.Q1);

        Assert.Equal(["P1"], both.Projects.Select(p => p.Project.Id));
        Assert.Equal(("P1", 90m), (Assert.Single(alone.Projects).Project.Id, alone.Done));
        Assert.Contains("projects[P2].stage", string.Join(' ', ProjectSentences.Count(alone.Projects, "stage").Trace?.Sources ?? []), StringComparison.Ordinal);
        Assert.Empty(both.Unconfirmed);
    }

    [Fact]
    public void RetiredProject_IsNeitherCountedNorMissed()
    {
        var funnel = Funnel.Of(Snapshot([First, Second with { State = ProjectState.Retired }], Update("P1", 10m), Update("P2", 90m)).Plans[0], Given.Q1);

        Assert.Equal(["P1"], funnel.Projects.Select(p => p.Project.Id));
        Assert.Empty(funnel.Unconfirmed);
    }

    [Fact]
    public void Snapshot_HoldsTheRegister_OfTheProjectsThatReportsSpeakOf()
    {
        var programme = Henan2012.Programme;
        var plan = Henan2012.Plan("automotive");
        var register = ProjectRegister.Of(
            programme,
            plan,
            [
                Stored("automotive-P001", r => r with { Confirmed = true }),
                Stored("automotive-P002", r => r with { State = ProjectState.Merged, MergedInto = "automotive-P001" }),
                Stored("automotive-P030", r => r with { Details = new ProjectDetails("新增项目", "project") }),
            ],
            []);
        var key = new EntryKey(programme.Id, Given.Q1, "automotive", "R01", "zhengzhou");
        var at = BeijingTime.StartOf(new DateOnly(2012, 4, 9));
        var entry = new Entry(
            key, 3, EntryState.Accepted, new EntryContent(SelfRating.OnTrack, 25m, "进展。", null, [], [], [Update("automotive-P002", 5m), Update("automotive-P030", 1m)]), at, at, "王处长", null, null, "hash");

        var frozen = FreezeSnapshot.Of(programme, new IssueKey(programme.Id, Given.Q1, PlanBulletin.Id, "automotive"), Given.Stored(entry), at.AddDays(20), false, [PlanRecords.None("automotive") with { Projects = register }]);

        Assert.Equal(
            [("automotive-P001", true, null, 0), ("automotive-P002", false, "automotive-P001", 0), ("automotive-P030", false, null, 1)],
            frozen.Plans[0].Projects.Select(p => (p.Id, p.Confirmed, p.CountsFor, p.RegisterVersion)));
        Assert.Equal("project:automotive-P030@1#name", ProjectSentences.NameSource(frozen.Plans[0].Projects[2]));
        Assert.Equal(SnapshotJson.Write(frozen), SnapshotJson.Write(SnapshotJson.Read(SnapshotJson.Write(frozen))));
    }

    private static Recorded<ProjectRecord> Stored(string id, Func<ProjectRecord, ProjectRecord> change) => new(
        id, 1, change(new ProjectRecord(null, false, ProjectState.Active, null, [], [], new ProjectStep(ProjectAction.Changed, Role.Office, null, null))), default, "王处长", null, "hash", "");

    private static ProjectUpdate Update(string project, decimal done) => new(project, ProjectStage.UnderConstruction, 100m, done);

    private static Snapshot Snapshot(IReadOnlyList<ProjectFacts> projects, params ProjectUpdate[] updates) =>
        Given.Snapshot(Given.Plan([Given.Task(1, Given.Report(projects: updates))]) with { Projects = projects });
}
