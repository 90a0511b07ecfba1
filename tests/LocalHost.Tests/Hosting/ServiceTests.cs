using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Testing;

namespace LocalHost.Tests.Hosting;

/// <summary>The local host as a service on Linux: what is published, the unit that starts it, and how it ends.</summary>
public sealed partial class ServiceTests(AzuriteFixture azurite) : IDisposable
{
    private const string AdminKey = "an-admin-key-for-this-test-0123456789";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    /// <summary>As the unit starts it: from another folder, without Node.js in the path, its secrets in files.</summary>
    [Fact]
    public async Task Published_ItServesFromItsFolder_TakesItsSecretsFromFiles_AndEndsOnTheManagersSignal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The service is one of Linux.");
        var (published, state, secrets) = (Path.Combine(folder.Path, "opt"), Directory.CreateDirectory(Path.Combine(folder.Path, "state")).FullName, Path.Combine(folder.Path, "secrets"));
        Directory.CreateDirectory(secrets);
        await File.WriteAllTextAsync(Path.Combine(secrets, "Storage__ConnectionString"), azurite.FreshStorage() + "\n", Cancelled);
        await File.WriteAllTextAsync(Path.Combine(secrets, "Access__AdminKey"), AdminKey + "\n", Cancelled);
        var publishing = await ExternalTool.DotNet.RunAsync(Cancelled, "publish", Repository.Path("src", "LocalHost"), "-c", "Release", "-o", published, "-nodeReuse:false");
        Assert.True(publishing.ExitCode == 0, publishing.Output);
        Assert.True(File.Exists(Path.Combine(published, "libcoreclr.so")), "It brings its runtime.");
        var environment = UnitEnvironment(state);
        environment["CREDENTIALS_DIRECTORY"] = secrets;
        environment["PATH"] = folder.Path;
        environment["DOTNET_ROOT"] = folder.Path;
        environment["Urls"] = "http://127.0.0.1:0";
        environment["Publishing__StartOn"] = "2012-03-20";
        environment["Catalogue__Folders__0"] = Path.Combine(published, "data", "henan-2012");

        using var host = HostProcess.Start(Path.Combine(published, "LocalHost"), state, environment, []);
        await host.ReadyAsync(Cancelled);
        using var http = new HttpClient { BaseAddress = new Uri(AddressLine().Match(host.Output).Groups["address"].Value) };
        http.DefaultRequestHeaders.Add("X-Api-Key", AdminKey);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health", Cancelled)).StatusCode);
        using var granted = await http.PostAsJsonAsync("api/keys", new { person = "张三", role = "office" }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, granted.StatusCode);
        host.Terminate();

        Assert.Equal(0, await host.ExitedAsync(Cancelled));
        Assert.Matches($"clock {TimeProvider.System.GetUtcNow().AddHours(8):yyyy}-", host.Output);
        Assert.DoesNotContain(AdminKey, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("rk-", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", host.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(state, "signing-key.pem")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(published, "*.pem"));
    }

    /// <summary>A service whose storage setting is lost must not go on in an emulator that nobody backs up.</summary>
    [Fact]
    public async Task Service_StartsNoEmulator()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The service is one of Linux.");
        using var host = StartAsSystemdDoes([]);

        Assert.Equal(78, await host.ExitedAsync(Cancelled));
        Assert.Contains("作为服务运行须指明存储账户", host.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".azurite")));
    }

    /// <summary>The name of the process that starts this one is not systemd's, as a service finds it that may not see the manager's process.</summary>
    [Fact]
    public async Task Service_TellsTheManagerWhenItServesAndWhenItStops_WithoutSeeingIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The service is one of Linux.");
        var path = Path.Combine(folder.Path, "notify");
        using var manager = new NotifySocket(path);
        using var host = StartAsSystemdDoes(new() { ["NOTIFY_SOCKET"] = path, ["Storage__ConnectionString"] = azurite.FreshStorage() });

        Assert.Equal("READY=1", await manager.NextAsync(Cancelled));
        await host.ReadyAsync(Cancelled);
        host.Terminate();
        Assert.Equal("STOPPING=1", await manager.NextAsync(Cancelled));
        Assert.Equal(0, await host.ExitedAsync(Cancelled));
        // The journal reads a line's level from its beginning (sd-daemon(3)).
        Assert.Contains("<6>Reporting.Catalogue.", host.Output, StringComparison.Ordinal);
    }

    /// <summary>The unit as systemd reads it: nothing unknown in it, every program there, and as little exposed as when it was written.</summary>
    [Fact]
    public async Task Unit_IsUnderstoodBySystemd_AndKeepsItsExposureLow()
    {
        var unit = Path.Combine(folder.Path, "bulletins.service");
        await File.WriteAllTextAsync(unit, Unit.Replace("ExecStart=/opt/bulletins", $"ExecStart={AppContext.BaseDirectory.TrimEnd('/')}", StringComparison.Ordinal), Cancelled);

        var understood = await ExternalTool.SystemdAnalyze.RunAsync(Cancelled, "verify", "--man=no", unit);
        var exposed = await ExternalTool.SystemdAnalyze.RunAsync(Cancelled, "security", "--offline=true", "--threshold=15", "--no-pager", unit);

        Assert.Equal("", understood.Output + understood.Errors);
        Assert.Equal(0, understood.ExitCode);
        Assert.True(exposed.ExitCode == 0, exposed.Output + exposed.Errors);
    }

    [Fact]
    public void Unit_NamesSettingsThatThereAre()
    {
        var operations = File.ReadAllText(Repository.Path("docs", "operations.md")) + File.ReadAllText(Repository.Path("README.md"));
        var names = UnitEnvironment("/state").Keys.Where(name => name != "HOME" && !name.StartsWith("DOTNET_", StringComparison.Ordinal)).Append(CredentialLine().Match(Unit).Groups["name"].Value).ToList();

        Assert.Contains("Storage__ConnectionString", names);
        Assert.All(names, name =>
        {
            var parts = ItemNumber().Replace(name, "").Split("__");
            Assert.Matches(parts is [var alone] ? $"`{alone}`" : $"`{string.Join(':', parts[..^1])}:(.*[`, :])?{parts[^1]}`", operations);
        });
    }

    /// <summary>The shell becomes the program, so that the variable names its process as systemd does it.</summary>
    private HostProcess StartAsSystemdDoes(Dictionary<string, string> environment) => HostProcess.Start(
        "sh", folder.Path, environment, ["-c", $"SYSTEMD_EXEC_PID=$$ exec '{Path.Combine(AppContext.BaseDirectory, "LocalHost")}' --urls=http://127.0.0.1:0"]);

    private static string Unit => File.ReadAllText(Repository.Path("infra", "bulletins.service"));

    private static Dictionary<string, string> UnitEnvironment(string state) => EnvironmentLine().Matches(Unit)
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value.Replace("%S/bulletins", state, StringComparison.Ordinal), StringComparer.Ordinal);

    [GeneratedRegex("^Environment=(?<name>[^=]+)=(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex EnvironmentLine();

    [GeneratedRegex("^LoadCredential=(?<name>[^:]+):", RegexOptions.Multiline)]
    private static partial Regex CredentialLine();

    [GeneratedRegex("__[0-9]+$")]
    private static partial Regex ItemNumber();

    [GeneratedRegex("API +(?<address>http://[^/]+)/")]
    private static partial Regex AddressLine();
}
