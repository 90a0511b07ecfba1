using System.Globalization;
using System.Security.Cryptography;
using LocalHost.Emulator;
using Microsoft.Extensions.Options;
using Reporting;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;

namespace LocalHost.Hosting;

/// <summary>The plain run: storage, the API, the timer and the queue listener, until it is interrupted.</summary>
internal static class ServeCommand
{
    internal static async Task RunAsync(string[] args)
    {
        var builder = Site.Configure(args);
        var options = OptionsOf<AzuriteOptions>(builder.Configuration, AzuriteOptions.Section);
        if (!UsesOwnStorage(builder.Configuration))
        {
            await ServeAsync(builder, null, options);
            return;
        }
        // Azurite acknowledges what it keeps some seconds later: good for trying, not for what must not be lost.
        if (Systemd.StartedThis)
        {
            throw new OptionsValidationException(StorageOptions.Section, typeof(StorageOptions), [
                "作为服务运行须指明存储账户（Storage:ConnectionString，或三个服务地址），不启动本地存储模拟器。",
                "A service needs a storage account (Storage:ConnectionString, or the three service addresses); it starts no emulator."]);
        }
        await using var azurite = await Azurite.StartAsync(options);
        builder.Configuration.AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}", azurite.ConnectionString)]);
        await ServeAsync(builder, azurite, options);
    }

    /// <summary>True when no storage account is named in the settings, so that a local one has to be started.</summary>
    internal static bool UsesOwnStorage(IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section);
        return string.IsNullOrEmpty(storage[nameof(StorageOptions.ConnectionString)])
            && string.IsNullOrEmpty(storage[nameof(StorageOptions.TableServiceUri)]);
    }

    /// <exception cref="OptionsValidationException">A setting is out of its range; the message names its key.</exception>
    internal static T OptionsOf<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var value = configuration.GetSection(section).Get<T>() ?? new T();
        var faults = OptionFaults.Of(value, section);
        return faults.Count == 0 ? value : throw new OptionsValidationException(section, typeof(T), faults);
    }

    private static async Task ServeAsync(WebApplicationBuilder builder, Azurite? azurite, AzuriteOptions options)
    {
        if (OptionsOf<ClockOptions>(builder.Configuration, ClockOptions.Section).Start is { } start)
            builder.Services.AddSingleton<TimeProvider>(new ShiftedClock(start, TimeProvider.System));
        builder.Services.AddHostedService<TickTimer>();
        builder.Services.AddHostedService<WatchdogTimer>();
        QueueListener.AddTo(builder.Services);
        await using var app = await Site.BuildAsync(builder, CancellationToken.None);
        var keys = azurite is null ? [] : await LocalKeys.EnsureAsync(app.Services, options.Location, CancellationToken.None);
        await Site.ListenAsync(app);
        Announce(app, azurite, keys, options);
        await UntilStoppedAsync(app, azurite);
    }

    /// <summary>Returns when the host was asked to stop and has stopped; throws what made it stop by itself, so that a service manager starts it again.</summary>
    internal static async Task UntilStoppedAsync(WebApplication app, Azurite? azurite)
    {
        // Taken before the host disposes them.
        List<BackgroundService> working = [.. app.Services.GetServices<IHostedService>().OfType<BackgroundService>()];
        var stopped = app.WaitForShutdownAsync();
        if (azurite is null || await Task.WhenAny(stopped, azurite.Died) == stopped)
        {
            await stopped;
            foreach (var failed in working.Select(w => w.ExecuteTask).Where(t => t is { IsFaulted: true }).OfType<Task>())
                await failed;
            return;
        }
        app.Lifetime.StopApplication();
        await stopped;
        throw await azurite.Died;
    }

    private static string StoreOf(Azurite? azurite, AzuriteOptions options) => azurite is null
        ? "Storage:ConnectionString"
        : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(options.Location)} (Azurite, process {azurite.ProcessId})");

    private static string BeijingNow(WebApplication app) => app.Services.GetRequiredService<TimeProvider>().GetUtcNow()
        .ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm '+08:00'", CultureInfo.InvariantCulture);

    /// <summary>Of the public key as DER, as <c>openssl pkey -pubin -outform DER | sha256sum</c> gives it.</summary>
    private static string Fingerprint(string publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey);
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    private static void Announce(WebApplication app, Azurite? azurite, IReadOnlyList<LocalKey> keys, AzuriteOptions options)
    {
        var address = app.Urls.First().TrimEnd('/');
        var programme = app.Services.GetRequiredService<Programmes>().All[0];
        var signer = app.Services.GetRequiredService<ManifestSigner>();
        Console.WriteLine($"""

            {programme.Title}（{programme.Id}）
              API       {address}/api/{programme.Id}/plans
              页面 pages {address}/portal
              文档 docs  {address}/docs
              OpenAPI   {address}/openapi/v1.json
              存储 store {StoreOf(azurite, options)}
              时钟 clock {BeijingNow(app)}{(string.IsNullOrEmpty(app.Configuration["Clock:Start"]) ? "" : "（Clock:Start）")}
              公钥 key   {address}/api/signing-key（SHA-256 {Fingerprint(signer.PublicKey)}）
            """);
        if (signer.IsNew)
            Console.WriteLine(signer.PublicKey);
        if (azurite is null)
        {
            Console.WriteLine("  密钥 keys  POST /api/keys，使用 Access:AdminKey / with the key of setting Access:AdminKey");
        }
        else
        {
            Console.WriteLine($"  试用密钥（请求头 X-Api-Key） trial keys for the header X-Api-Key; all of them: {LocalKeys.PathIn(options.Location)}");
            foreach (var key in keys.Take(5))
                Console.WriteLine($"    {ReportingJson.NameOf(key.Role),-7} {key.Unit ?? "",-19} {key.Key}");
        }
        Console.WriteLine("  Ctrl-C 停止 / stops");
    }
}
