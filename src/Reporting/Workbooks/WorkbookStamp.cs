using System.Globalization;

namespace Reporting.Workbooks;

/// <summary>What a workbook says about itself on a hidden sheet: whose it is, of which period, and what each entry was when it was made.</summary>
/// <param name="CatalogueHash">Of the catalogue that it was made with; says which one when somebody asks.</param>
internal sealed record WorkbookStamp(int Version, string Programme, string Period, string Unit, string CatalogueHash, IReadOnlyList<EntryStamp> Entries)
{
    public const int CurrentVersion = 1;
    public const string SheetName = "_stamp";

    private const string VersionName = "schemaVersion";
    private const string ProgrammeName = "programme";
    private const string PeriodName = "period";
    private const string UnitName = "unit";
    private const string CatalogueName = "catalogue";
    private const string EntryName = "entry";

    public static WorkbookStamp Of(UnitForm form) => new(
        CurrentVersion,
        form.Programme.Id,
        form.Dates.Period.ToString(),
        form.Unit.Id,
        form.Programme.Hash,
        [.. form.Entries.Select(e => new EntryStamp(e.Code, e.Current?.Hash, ContentMark.Of(CellTexts.AsInCells(e.Shown))))]);

    /// <summary>Name and values, a row each.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows() =>
    [
        [VersionName, Version.ToString(CultureInfo.InvariantCulture)],
        [ProgrammeName, Programme],
        [PeriodName, Period],
        [UnitName, Unit],
        [CatalogueName, CatalogueHash],
        .. Entries.Select(e => (IReadOnlyList<string>)[EntryName, e.Code, e.Hash ?? "", e.Mark]),
    ];

    /// <summary>Null when the rows are not those of a stamp.</summary>
    public static WorkbookStamp? Parse(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var named = rows.Where(r => r.Count > 1).ToLookup(r => r[0], StringComparer.Ordinal);
        string? One(string name) => named[name].FirstOrDefault()?[1];
        if (!int.TryParse(One(VersionName), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || One(ProgrammeName) is not { } programme || One(PeriodName) is not { } period || One(UnitName) is not { } unit)
        {
            return null;
        }
        var entries = named[EntryName].Where(r => r.Count > 3).DistinctBy(r => r[1], StringComparer.Ordinal)
            .Select(r => new EntryStamp(r[1], r[2].Length == 0 ? null : r[2], r[3]));
        return new(version, programme, period, unit, One(CatalogueName) ?? "", [.. entries]);
    }
}

/// <summary>What one entry was when the workbook was made.</summary>
/// <param name="Code">The row's key, e.g. <c>automotive/R01</c>.</param>
/// <param name="Hash">The stored entry's hash; null when there was none.</param>
/// <param name="Mark">Of what stood in the cells, whether stored or carried over; says later whether anybody wrote in them.</param>
internal sealed record EntryStamp(string Code, string? Hash, string Mark);
