using System.Text.Json;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace LocalHost.Hosting;

/// <summary>An API key for trying the system on this machine.</summary>
internal sealed record LocalKey(Role Role, string? Unit, string Person, string Key);

/// <summary>
/// Keys for every role and every unit that owes entries. The system stores only hashes, so the keys themselves are kept in a file beside
/// the emulator's data, readable by its owner; a store elsewhere (Storage:ConnectionString) never gets such keys.
/// </summary>
internal static class LocalKeys
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static string PathIn(string location) => Path.Combine(location, "keys.json");

    /// <summary>The keys of the file, when the store still knows them; new ones otherwise. Admin, office and leader first.</summary>
    internal static async Task<IReadOnlyList<LocalKey>> EnsureAsync(IServiceProvider services, string location, CancellationToken cancellationToken)
    {
        var file = PathIn(location);
        if (Read(file) is [{ } first, ..] kept && await services.GetRequiredService<FindCaller>().RunAsync(first.Key, cancellationToken) is not null)
            return kept;
        var granted = await GrantAsync(services, cancellationToken);
        // An emulator that keeps its data in memory has made no folder.
        Directory.CreateDirectory(location);
        await WriteAsync(file, granted, cancellationToken);
        return granted;
    }

    /// <summary>Grants a key to every role and to every unit that owes an entry in the programmes' first period.</summary>
    internal static async Task<IReadOnlyList<LocalKey>> GrantAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var grant = services.GetRequiredService<GrantApiKey>();
        var keys = new List<LocalKey>();
        foreach (var (role, unit, person) in Holders(services.GetRequiredService<Programmes>()))
        {
            var outcome = await grant.RunAsync(new KeyRequest(person, role, unit), "LocalHost", cancellationToken);
            var key = outcome.Value ?? throw new InvalidOperationException(string.Join("; ", outcome.Refusals.Select(r => r.DetailEn)));
            keys.Add(new LocalKey(role, unit, person, key.Key));
        }
        return keys;
    }

    private static IEnumerable<(Role Role, string? Unit, string Person)> Holders(Programmes programmes)
    {
        yield return (Role.Admin, null, "系统管理员");
        yield return (Role.Office, null, "领导小组办公室审核人");
        // What one person of the office asks for, another has to grant.
        yield return (Role.Office, null, "领导小组办公室负责人");
        yield return (Role.Leader, null, "省领导秘书");
        foreach (var programme in programmes.All)
        {
            var owing = programme.Calendar.Periods.SelectMany(p => Obligation.Of(programme, p)).Select(o => o.Unit).ToHashSet(StringComparer.Ordinal);
            foreach (var unit in programme.Units.Where(u => owing.Contains(u.Id)))
                yield return (Role.Unit, unit.Id, $"{unit.Name}填报人");
        }
    }

    private static List<LocalKey>? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<List<LocalKey>>(File.ReadAllText(file), Form) : null;
        }
        catch (JsonException)
        {
            // Written by hand or cut short: new keys take its place.
            return null;
        }
    }

    private static async Task WriteAsync(string file, IReadOnlyList<LocalKey> keys, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        await JsonSerializer.SerializeAsync(stream, keys, Form, cancellationToken);
    }
}
