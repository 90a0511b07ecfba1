using LocalHost.Emulator;
using LocalHost.Hosting;
using Reporting;
using Reporting.Catalogue;
using Reporting.Storage;
using Reporting.Storage.Backup;

namespace LocalHost.Backup;

/// <summary>
/// The commands <c>export PROGRAMME FOLDER</c> and <c>import FOLDER</c>, against the storage that the settings name, or the local one. Settings may
/// follow, e.g. <c>--Storage:ConnectionString=…</c>.
/// </summary>
internal static class BackupCommand
{
    /// <exception cref="LocalRunException">The arguments are wrong, or it could not be done whole.</exception>
    internal static Task ExportAsync(string[] args) => args switch
    {
        [var programme, var folder, .. var settings] when !folder.StartsWith('-') => RunAsync(settings, async services =>
        {
            if (!services.GetRequiredService<Programmes>().TryGet(programme, out _))
                throw new LocalRunException($"没有年度行动计划“{programme}”。", $"There is no programme '{programme}'.");
            var contents = await services.GetRequiredService<ExportProgramme>().RunAsync(programme, folder, CancellationToken.None);
            return $"已导出 {programme}：{contents.Rows} 行，{contents.Blobs} 个文件。 {contents.Rows} rows and {contents.Blobs} files of {programme} exported to {folder}.";
        }),
        _ => throw new LocalRunException("用法：export 年度行动计划 文件夹 [设置]", "Usage: export PROGRAMME FOLDER [SETTINGS]"),
    };

    /// <exception cref="LocalRunException">The arguments are wrong, or it could not be done whole.</exception>
    internal static Task ImportAsync(string[] args) => args switch
    {
        [var folder, .. var settings] when !folder.StartsWith('-') => RunAsync(settings, async services =>
        {
            var contents = await services.GetRequiredService<ImportProgramme>().RunAsync(folder, CancellationToken.None);
            return $"已导入 {contents.Programme}：{contents.Rows} 行，{contents.Blobs} 个文件。 {contents.Rows} rows and {contents.Blobs} files of {contents.Programme} imported.";
        }),
        _ => throw new LocalRunException("用法：import 文件夹 [设置]", "Usage: import FOLDER [SETTINGS]"),
    };

    private static async Task RunAsync(string[] settings, Func<IServiceProvider, Task<string>> work)
    {
        var builder = Site.Configure(settings);
        if (!ServeCommand.UsesOwnStorage(builder.Configuration))
        {
            await RunAsync(builder, work);
            return;
        }
        await using var azurite = await Azurite.StartAsync(ServeCommand.OptionsOf<AzuriteOptions>(builder.Configuration, AzuriteOptions.Section));
        builder.Configuration.AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}", azurite.ConnectionString)]);
        await RunAsync(builder, work);
    }

    private static async Task RunAsync(WebApplicationBuilder builder, Func<IServiceProvider, Task<string>> work)
    {
        await using var services = new ServiceCollection().AddLogging().AddReporting(builder.Configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().EnsureAsync(CancellationToken.None);
        try
        {
            Console.WriteLine(await work(services));
        }
        catch (InvalidDataException refused)
        {
            throw new LocalRunException($"未能完成：{refused.Message}", refused.Message);
        }
    }
}
