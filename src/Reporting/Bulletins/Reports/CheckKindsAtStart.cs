using Microsoft.Extensions.Hosting;
using Reporting.Catalogue;

namespace Reporting.Bulletins.Reports;

/// <summary>Stops the start when a programme's calendar orders a kind of issue that this program cannot compose: nobody would notice before it is due.</summary>
internal sealed class CheckKindsAtStart(Programmes programmes) : IHostedService
{
    /// <exception cref="CatalogueException">A kind has no report; the message names programme, kind and those there are.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var programme in programmes.All)
            Check(programme);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static void Check(Programme programme)
    {
        var known = string.Join(", ", ReportKinds.All.Select(report => report.Kind));
        var faults = new CatalogueFaults();
        foreach (var (i, rule) in programme.Calendar.Kinds.Index().Where(rule => !ReportKinds.TryGet(rule.Item.Kind, out _)))
            faults.Add("calendar.json", 1, $"$.kinds[{i}].kind：没有文种“{rule.Kind}”，应为 {known} 之一", $"$.kinds[{i}].kind: no report is called '{rule.Kind}'; there are {known}");
        if (faults.Any)
            throw new CatalogueException(programme.Id, faults.InOrder);
    }
}
