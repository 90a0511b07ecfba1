using System.Text.RegularExpressions;
using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>A row of the table in docs/access.md.</summary>
/// <param name="Roles">Empty for anyone.</param>
/// <param name="Reach">What a unit reaches; null for nothing.</param>
internal sealed partial record DocumentedAccess(string Name, string Method, string Route, IReadOnlyList<Role> Roles, UnitReach? Reach)
{
    public static IReadOnlyList<DocumentedAccess> All { get; } =
        [.. Row().Matches(File.ReadAllText(Repository.Path("docs", "access.md"))).Select(m => Read([.. m.Groups.Cast<Group>().Skip(1).Select(g => g.Value)]))];

    public static DocumentedAccess Of(string name) => All.Single(row => row.Name == name);

    private static DocumentedAccess Read(string[] cells)
    {
        IReadOnlyList<Role> roles = cells[3] == "anyone" ? [] : [.. cells[3].Split(", ").Select(r => Enum.GetValues<Role>().Single(role => ReportingJson.NameOf(role) == r))];
        UnitReach? reach = cells[4] switch
        {
            "all" => UnitReach.All,
            "own" => UnitReach.Own,
            "own rows" => UnitReach.OwnRows,
            "–" => null,
            var other => throw new InvalidDataException($"docs/access.md: '{other}' of {cells[0]} is none of the words explained there."),
        };
        return new DocumentedAccess(cells[0], cells[1], cells[2], roles, reach);
    }

    [GeneratedRegex(@"^\| `(\w+)` \| (\w+) \| `([^`]+)` \| ([\w, ]+) \| ([^|]+) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

/// <summary>How far a unit's key reaches.</summary>
internal enum UnitReach
{
    All,
    Own,
    OwnRows,
}
