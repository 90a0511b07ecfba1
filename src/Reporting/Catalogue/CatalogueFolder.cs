using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Catalogue;

/// <summary>Loads a programme from its folder: programme.json, units.json, calendar.json and plans/*.json.</summary>
public static class CatalogueFolder
{
    private const string PlanFolder = "plans/";

    /// <summary>Reads and checks everything; a programme that is returned has no fault.</summary>
    /// <exception cref="CatalogueException">The folder is missing, or a file is wrong; every fault that was found is named.</exception>
    public static Programme Load(string folder)
    {
        var faults = new CatalogueFaults();
        var files = ReadFiles(folder, faults);
        var programme = ReadPart<ProgrammePart>(files, "programme.json", faults);
        var units = ReadPart<UnitsPart>(files, "units.json", faults);
        var calendar = ReadPart<CalendarPart>(files, "calendar.json", faults);
        List<(CatalogueFile File, Plan Plan)> plans = [];
        foreach (var file in files.Where(f => f.Path.StartsWith(PlanFolder, StringComparison.Ordinal)))
        {
            if (file.Read<Plan>(faults) is { } plan)
                plans.Add((file, plan));
        }
        if (programme is not { } p || units is not { } u || calendar is not { } c || faults.Any)
            throw new CatalogueException(folder, faults.InOrder);

        UnitChecks.Check(u.File, u.Part, faults);
        CalendarChecks.Check(c.File, c.Part, p.Part.Year, plans.Select(x => x.Plan.Id).ToHashSet(StringComparer.Ordinal), faults);
        PlanChecks.Check(plans, p.Part.Year, u.Part.Units, faults);
        ProgrammeChecks.Check(p.File, p.Part, plans, faults);
        FormChecks.Check(p.File, p.Part.Forms, faults);
        if (!faults.Any)
            CountChecks.Check(p.File, p.Part, [.. plans.Select(x => x.Plan)], u.Part.Units, faults);
        if (faults.Any)
            throw new CatalogueException(folder, faults.InOrder);

        return new Programme(
            p.Part.Id,
            p.Part.Title,
            p.Part.Year,
            p.Part.Notice,
            p.Part.Office,
            p.Part.Forms,
            p.Part.Groups,
            [.. plans.Select(x => x.Plan).OrderBy(plan => plan.Order)],
            u.Part.Units,
            c.Part.ToCalendar(),
            HashOf(files));
    }

    private static List<CatalogueFile> ReadFiles(string folder, CatalogueFaults faults)
    {
        if (!Directory.Exists(folder))
        {
            faults.Add(folder, 1, "目录文件夹不存在，请检查设置 Catalogue:Folders", "no such folder; check the setting Catalogue:Folders");
            throw new CatalogueException(folder, faults.InOrder);
        }
        List<CatalogueFile> files = [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => new CatalogueFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
        foreach (var file in files.Where(f => !IsExpected(f.Path)))
            faults.Add(file, 1, "目录中不应有此文件", "this file does not belong to a catalogue");
        return files;
    }

    private static bool IsExpected(string path) =>
        path is "programme.json" or "units.json" or "calendar.json"
        || (path.StartsWith(PlanFolder, StringComparison.Ordinal) && path.LastIndexOf('/') == PlanFolder.Length - 1);

    private static (CatalogueFile File, T Part)? ReadPart<T>(List<CatalogueFile> files, string path, CatalogueFaults faults)
        where T : class
    {
        if (files.Find(f => f.Path == path) is not { } file)
        {
            faults.Add(path, 1, "缺少此文件", "this file is missing");
            return null;
        }
        return file.Read<T>(faults) is { } part ? (file, part) : null;
    }

    /// <summary>SHA-256 over the files in ordinal order of their paths, each path and content preceded by its length.</summary>
    private static string HashOf(IEnumerable<CatalogueFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var part in files.SelectMany(file => new[] { Encoding.UTF8.GetBytes(file.Path), file.Bytes }))
        {
            BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
