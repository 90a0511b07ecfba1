using Reporting.Collecting;
using Reporting.Collecting.Plausibility;
using Reporting.Schedule;

namespace Reporting.Tests.Collecting.Plausibility;

public sealed class ProjectPlausibilityTests
{
    private const string Project = "automotive-P001";

    [Theory]
    [InlineData(ProjectStage.UnderConstruction, 100, ProjectStage.UnderConstruction, 100, "")]
    [InlineData(ProjectStage.UnderConstruction, 100, ProjectStage.InProduction, 120, "")]
    [InlineData(ProjectStage.Completed, 100, ProjectStage.UnderConstruction, 100, "stage-goes-back projects[0].stage")]
    [InlineData(ProjectStage.UnderConstruction, 100, ProjectStage.UnderConstruction, 99, "investment-falls projects[0].cumulativeInvestment")]
    public void Project_GoesOn(ProjectStage before, int doneBefore, ProjectStage now, int done, string warning) => Assert.Equal(
        warning.Length == 0 ? [] : [warning],
        Posted.Warnings(
            Posted.Projects(new ProjectUpdate(Project, now, 200m, done)),
            Posted.Owed("automotive", 2),
            Posted.Before(1, Posted.Projects(new ProjectUpdate(Project, before, 200m, doneBefore)))));

    [Theory]
    //          plan   period  project  stage                            planned done  warnings
    [InlineData("nev", 2, Project, ProjectStage.UnderConstruction, 200, 100, "")]
    [InlineData("nev", 2, Project, ProjectStage.NotStarted, 200, 100, "project-stage-differs projects[0].stage")]
    [InlineData("nev", 2, Project, ProjectStage.UnderConstruction, 201, 100, "project-investment-differs projects[0].plannedInvestment")]
    [InlineData("nev", 2, Project, ProjectStage.UnderConstruction, 200, 99, "project-investment-differs projects[0].cumulativeInvestment")]
    [InlineData("nev", 2, Project, ProjectStage.UnderConstruction, null, null, "")] // it does not say
    [InlineData("nev", 1, Project, ProjectStage.NotStarted, 1, 1, "")] // of another quarter
    [InlineData("nev", 2, "automotive-P002", ProjectStage.NotStarted, 1, 1, "")] // another project
    [InlineData("automotive", 2, Project, ProjectStage.NotStarted, 1, 1, "")] // in this plan
    public void Project_IsReportedAlike_InTwoPlans(
        string plan, int quarter, string project, ProjectStage stage, int? planned, int? done, string warning)
    {
        var other = new OtherProjectReport(project, plan, new Period(2012, quarter), "zhengzhou", stage, planned, done);

        Assert.Equal(
            warning.Length == 0 ? [] : [warning],
            Posted.Warnings(
                Posted.Projects(new ProjectUpdate(Project, ProjectStage.UnderConstruction, 200.0m, 100m)),
                Posted.Owed("automotive", 2),
                new KnownReports(null, [other])));
    }

    [Fact]
    public void Details_NameWhoReportsOtherwise()
    {
        var other = new OtherProjectReport(Project, "nev", new Period(2012, 2), "zhengzhou", ProjectStage.NotStarted, null, null);

        var warning = Assert.Single(CheckPlausibility.Of(
            Posted.Projects(new ProjectUpdate(Project, ProjectStage.Completed, null, null)), Posted.Owed("automotive", 2), new KnownReports(null, [other])));

        Assert.EndsWith("：本条目报“竣工”，郑州市政府在新能源汽车产业行动计划中报“未开工”。", warning.DetailZh, StringComparison.Ordinal);
        Assert.Equal("Stage completed here, notStarted as zhengzhou reports the project in plan nev.", warning.DetailEn);
    }
}
