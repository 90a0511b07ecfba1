using System.Reflection;
using NetArchTest.Rules;

namespace Architecture.Tests;

/// <summary>Dependencies point one way: hosts → Reporting.Web → Reporting → Typesetting.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Hosts = ["LocalHost", "FunctionsApp"];

    [Fact]
    public void Typesetting_ReferencesNothingOfOurs()
    {
        AssertReferencesNone(Source.Typesetting, ["Reporting", "Reporting.Web", .. Hosts]);
        AssertReferencesNone(Source.Typesetting, "Azure.", "Microsoft.AspNetCore.");
    }

    [Fact]
    public void Reporting_KnowsNeitherAspNetNorFunctionsNorHosts()
    {
        AssertReferencesNone(Source.Reporting, ["Reporting.Web", .. Hosts]);
        AssertReferencesNone(Source.Reporting, "Microsoft.AspNetCore.", "Microsoft.Azure.Functions.");
    }

    [Fact]
    public void Web_KnowsNoHost() => AssertReferencesNone(Source.Web, Hosts);

    [Fact]
    public void Azure_IsUsedOnlyInStorage()
    {
        AssertNone(Types.InAssembly(Source.Reporting).That().DoNotResideInNamespace("Reporting.Storage")
            .Should().NotHaveDependencyOn("Azure").GetResult());
        AssertReferencesNone(Source.Web, "Azure.");
    }

    [Theory]
    [InlineData("Reporting.Schedule", "Collecting Access Bulletins Publishing Delivery Tick Storage Projects Problems Inspections Zones")]
    [InlineData("Reporting.Catalogue", "Collecting Access Bulletins Publishing Delivery Tick Storage Projects Problems Inspections Zones")]
    [InlineData("Reporting.Bulletins", "Access Publishing Delivery Tick Storage")]
    [InlineData("Reporting.Collecting", "Bulletins Publishing Delivery Tick")]
    [InlineData("Reporting.Access", "Collecting Bulletins Publishing Delivery Tick")]
    [InlineData("Reporting.Workbooks", "Bulletins Publishing Delivery Tick Standing")]
    [InlineData("Reporting.Inspections", "Zones Problems Bulletins Publishing Delivery Tick Standing Workbooks Projects.ProjectWriting Projects.AddProject Projects.ChangeProject Projects.MergeProject Projects.RetireProject")]
    [InlineData("Reporting.Zones", "Inspections Projects Problems Bulletins Publishing Delivery Tick Standing Workbooks")]
    [InlineData("Reporting.Publishing", "Collecting.Put Collecting.Submit Access Delivery Tick")]
    public void Slice_DoesNotReachIntoAnother(string slice, string others)
    {
        string[] forbidden = [.. others.Split(' ').Select(name => "Reporting." + name)];
        AssertNone(Types.InAssembly(Source.Reporting).That().ResideInNamespace(slice)
            .Should().NotHaveDependencyOnAny(forbidden).GetResult());
    }

    private static void AssertNone(NetArchTest.Rules.TestResult result) =>
        Assert.True(result.IsSuccessful, "Breaking the rule: " + string.Join(", ", result.FailingTypeNames ?? []));

    /// <param name="names">Assembly names; one that ends in a dot stands for every name that begins with it.</param>
    private static void AssertReferencesNone(Assembly assembly, params string[] names)
    {
        var broken = assembly.GetReferencedAssemblies().Select(reference => reference.Name ?? "")
            .Where(name => names.Any(n => n.EndsWith('.') ? name.StartsWith(n, StringComparison.Ordinal) : name == n));
        Assert.Empty(broken);
    }
}
