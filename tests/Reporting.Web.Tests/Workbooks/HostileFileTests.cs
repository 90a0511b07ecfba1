using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Access;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>Files that are no workbook, somebody else's, or made to do harm: refused as a whole, with nothing stored and little memory.</summary>
public sealed class HostileFileTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    private const long BombBytes = 1L << 30;

    private string Key => shared.Keys[Role.Unit];

    public static TheoryData<string, string> Foreign { get; } = new()
    {
        { "", "not-a-workbook" },
        { "任务,自评\nR01,正常\n", "not-a-workbook" },
        { "PK\u0003\u0004 cut", "workbook-damaged" },
        { "<html>", "not-a-workbook" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task FileThatIsNoWorkbook_IsRefused(string text, string code) => await RefusedAsync(Encoding.UTF8.GetBytes(text), code);

    [Fact]
    public async Task OldOrEncryptedWorkbook_IsRefused() => await RefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "not-a-workbook");

    [Theory]
    [InlineData("text/csv", 415, "unsupported-media-type")]
    [InlineData("application/json", 415, "unsupported-media-type")]
    [InlineData("application/vnd.ms-excel", 415, "unsupported-media-type")]
    public async Task OtherContentTypes_AreRefused(string mediaType, int status, string code)
    {
        var answer = await shared.Api.PostWorkbookAsync(Key, await shared.Api.GetWorkbookAsync(Key), mediaType: mediaType);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task FileOverFourMegabytes_IsRefused()
    {
        var answer = await shared.Api.PostWorkbookAsync(Key, new byte[4 * 1024 * 1024 + 1]);

        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task WorkbookOfAnotherUnitOrPeriod_IsRefusedByName()
    {
        var office = shared.Keys[Role.Office];
        var other = await shared.Api.PostWorkbookAsync(office, await shared.Api.GetWorkbookAsync(office, "luoyang"));
        var later = await shared.Api.PostWorkbookAsync(office, await shared.Api.GetWorkbookAsync(office, period: "2012Q2"));

        Assert.Equal((422, "workbook-of-another", "unit"), (other.Status, other.Code, other.Fields.Single()));
        Assert.Contains("洛阳市", other.Body, StringComparison.Ordinal);
        Assert.Equal((422, "workbook-of-another", "period"), (later.Status, later.Code, later.Fields.Single()));
        Assert.Contains("2012Q2", later.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkbookOfAnotherProgram_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData());
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Sheet1", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        await RefusedAsync(stream.ToArray(), "workbook-foreign");
    }

    [Theory]
    [InlineData("sheet", "sheet-missing")]
    [InlineData("column", "column-missing")]
    [InlineData("column of a list", "column-missing")]
    [InlineData("column twice", "column-twice")]
    [InlineData("version", "workbook-version")]
    [InlineData("stamp", "workbook-foreign")]
    [InlineData("macros", "workbook-with-macros")]
    public async Task WorkbookWithoutItsShape_IsRefused(string what, string code)
    {
        using var book = new EditedWorkbook(await shared.Api.GetWorkbookAsync(Key));
        book.Write(EditedWorkbook.Progress, "I4", "好的一行。");
        switch (what)
        {
            case "sheet":
                book.Workbook.Workbook?.Sheets?.Elements<Sheet>().Single(s => s.Name == EditedWorkbook.Problems).Remove();
                break;
            case "column":
                book.Write(EditedWorkbook.Progress, "H3", "完成");
                break;
            case "column of a list":
                book.Write(EditedWorkbook.Projects, "G3", null);
                break;
            case "column twice":
                book.Write(EditedWorkbook.Progress, "L3", "进展 情况");
                break;
            case "version":
                book.Write("_stamp", "B1", "99");
                break;
            case "stamp":
                book.Workbook.Workbook?.Sheets?.Elements<Sheet>().Single(s => s.Name == "_stamp").Remove();
                break;
            default:
                using (var part = book.Workbook.AddNewPart<VbaProjectPart>().GetStream())
                    part.Write([1, 2, 3]);
                break;
        }
        await RefusedAsync(book.Save(), code);
    }

    [Fact]
    public async Task LinksAndObjects_AreNeverOpened()
    {
        using var book = new EditedWorkbook(await shared.Api.GetWorkbookAsync(Key));
        book.Write(EditedWorkbook.Progress, "I4", "带有外部链接。");
        var link = book.Workbook.AddNewPart<ExternalWorkbookPart>();
        link.ExternalLink = new ExternalLink(new ExternalBook { Id = "rId1" });
        link.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath", new Uri("file://203.0.113.1/share/x.xlsx"), "rId1");
        var embedded = book.Part(EditedWorkbook.Progress).AddEmbeddedObjectPart("application/vnd.openxmlformats-officedocument.oleObject");
        using (var part = embedded.GetStream())
            part.Write(new byte[100]);

        Assert.Equal("automotive/R01 stored", (await shared.Api.PostWorkbookAsync(Key, book.Save())).Outcomes()[0].Split(" v")[0]);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    public async Task DocumentType_IsRefused(string type)
    {
        var file = await shared.Api.GetWorkbookAsync(Key);
        foreach (var part in new[] { "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels" })
            await RefusedAsync(Repacked(file, part, text => text.Replace("?>", "?>" + type, StringComparison.Ordinal)), "workbook-damaged");
    }

    [Theory]
    [InlineData("xl/worksheets/sheet2.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/sharedStrings.xml")]
    public async Task ZipBomb_IsRefusedInBoundedMemory(string part)
    {
        var file = await shared.Api.GetWorkbookAsync(Key);
        var bomb = Bomb(file, part);
        Assert.InRange(bomb.Length, 1, 4 * 1024 * 1024);
        _ = await shared.Api.PostWorkbookAsync(Key, file);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await RefusedAsync(bomb, "workbook-too-large");

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 150L * 1024 * 1024);
    }

    [Fact]
    public async Task ZipBombThatHidesItsSize_IsRefused()
    {
        var bomb = Bomb(await shared.Api.GetWorkbookAsync(Key), "xl/worksheets/sheet2.xml");
        // In the central directory, what is said to come out of the part: a thousand bytes.
        Declare(bomb, "xl/worksheets/sheet2.xml", 1000);

        var answer = await shared.Api.PostWorkbookAsync(Key, bomb);

        Assert.Equal(422, answer.Status);
        Assert.Contains(answer.Code, new[] { "workbook-damaged", "workbook-too-large" });
    }

    [Fact]
    public async Task ArchiveOfVeryManyParts_IsRefused()
    {
        var file = Repacked(await shared.Api.GetWorkbookAsync(Key), part: null, text => text, archive =>
        {
            for (var i = 0; i < 400; i++)
                archive.CreateEntry($"xl/media/{i}.bin");
        });
        await RefusedAsync(file, "workbook-too-large");
    }

    [Fact]
    public async Task PartThatIsThereTwice_IsRefused()
    {
        var file = Repacked(await shared.Api.GetWorkbookAsync(Key), part: null, text => text, archive => archive.CreateEntry("XL/workbook.xml"));
        await RefusedAsync(file, "workbook-damaged");
    }

    [Fact]
    public async Task SheetOfEmptyFormattedRows_IsTaken_AndOneOfFilledOnesRefused()
    {
        var file = await shared.Api.GetWorkbookAsync(Key);
        static string Rows(int count, string content) => string.Concat(Enumerable.Range(1000, count).Select(r => $"<x:row r=\"{r}\"><x:c r=\"B{r}\" s=\"8\">{content}</x:c></x:row>"));

        var empty = await shared.Api.PostWorkbookAsync(Key, Repacked(file, "xl/worksheets/sheet4.xml", text => text.Replace("</x:sheetData>", Rows(100_000, "") + "</x:sheetData>", StringComparison.Ordinal)));
        Assert.Equal(200, empty.Status);
        await RefusedAsync(Repacked(file, "xl/worksheets/sheet4.xml", text => text.Replace("</x:sheetData>", Rows(6_000, "<x:v>1</x:v>") + "</x:sheetData>", StringComparison.Ordinal)), "workbook-too-large");
    }

    private async Task RefusedAsync(byte[] file, string code)
    {
        var before = await StoredRows.OfAsync(shared.ConnectionString, "Progress");
        var answer = await shared.Api.PostWorkbookAsync(Key, file);

        Assert.Equal((422, code, "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        Assert.Equal(before, await StoredRows.OfAsync(shared.ConnectionString, "Progress"));
    }

    /// <summary>The same archive with one part changed, and whatever else is put into it.</summary>
    private static byte[] Repacked(byte[] file, string? part, Func<string, string> change, Action<ZipArchive>? add = null)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            if (part is not null)
            {
                var entry = archive.GetEntry(part) ?? throw new InvalidOperationException($"There is no part {part}.");
                string text;
                using (var reader = new StreamReader(entry.Open()))
                    text = reader.ReadToEnd();
                entry.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(part).Open());
                writer.Write(change(text));
            }
            add?.Invoke(archive);
        }
        return stream.ToArray();
    }

    /// <summary>A workbook of which one part is a gigabyte of spaces.</summary>
    private static byte[] Bomb(byte[] file, string part)
    {
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.Where(e => e.FullName != part))
            {
                using var source = entry.Open();
                using var target = to.CreateEntry(entry.FullName).Open();
                if (entry.FullName == "xl/_rels/workbook.xml.rels" && part.EndsWith("sharedStrings.xml", StringComparison.Ordinal))
                {
                    using var reader = new StreamReader(source);
                    target.Write(Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(
                        "</Relationships>",
                        "<Relationship Id=\"shared\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
                        StringComparison.Ordinal)));
                    continue;
                }
                source.CopyTo(target);
            }
            using var bomb = to.CreateEntry(part, CompressionLevel.SmallestSize).Open();
            var chunk = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var written = 0L; written < BombBytes; written += chunk.Length)
                bomb.Write(chunk);
        }
        return stream.ToArray();
    }

    private static void Declare(byte[] file, string part, int size)
    {
        var name = Encoding.UTF8.GetBytes(part);
        var at = file.AsSpan().LastIndexOf(name);
        // APPNOTE 4.3.12: the name of a central header begins at byte 46, the unpacked size at byte 24.
        BitConverter.TryWriteBytes(file.AsSpan(at - 46 + 24), size);
    }
}
