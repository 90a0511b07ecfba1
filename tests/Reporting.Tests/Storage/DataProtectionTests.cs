using System.Reflection;
using Reporting.Storage;
using Testing;

namespace Reporting.Tests.Storage;

/// <summary>Whoever adds a place where data are kept says on the page for data protection what of people is in it.</summary>
public sealed class DataProtectionTests
{
    public static TheoryData<string> Places =>
        [.. typeof(StorageNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(name => (string?)name.GetRawConstantValue() ?? "").Distinct()];

    [Theory]
    [MemberData(nameof(Places))]
    public void Place_IsOnThePage(string name) =>
        Assert.Contains($"`{name}`", File.ReadAllText(Repository.Path("docs", "data-protection.md")), StringComparison.Ordinal);
}
