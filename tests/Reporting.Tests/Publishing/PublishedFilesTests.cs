using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Publishing;
using Reporting.Storage;
using Reporting.Tests.Tick;
using Testing;

namespace Reporting.Tests.Publishing;

public sealed class PublishedFilesTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Manifest_NamesEveryFileByItsHash_AndItsSignatureVerifies()
    {
        await using var bench = await PublishedAsync();
        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev"));
        var manifest = await bench.FileAsync(issue, "manifest");
        var signature = await bench.FileAsync(issue, "signature");
        using var json = JsonDocument.Parse(manifest);
        var root = json.RootElement;

        var files = root.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString() ?? "", f => f.GetProperty("sha256").GetString());
        Assert.Equal(["bulletin.pdf", "snapshot.json"], files.Keys);
        Assert.Equal(Hash(await bench.FileAsync(issue, "pdf")), files["bulletin.pdf"]);
        Assert.Equal(Hash(await bench.FileAsync(issue, "snapshot")), files["snapshot.json"]);
        Assert.Equal(files["snapshot.json"], root.GetProperty("snapshot").GetString());
        Assert.Equal(WorkBench.Programme.Hash, root.GetProperty("catalogue").GetString());
        Assert.Equal(Environment.Version.ToString(), root.GetProperty("dotNet").GetString());
        Assert.NotEmpty(root.GetProperty("fonts").EnumerateArray());
        Assert.Equal("2012-05-10", root.GetProperty("signedOn").GetString());
        Assert.True(ManifestSigner.Verify(manifest, signature, bench.Get<ManifestSigner>().PublicKey));
        manifest[^3] ^= 1;
        Assert.False(ManifestSigner.Verify(manifest, signature, bench.Get<ManifestSigner>().PublicKey));
    }

    [Fact]
    public async Task Manifest_NamesTheEngineOfEveryRenderedFile_AndOfNoOther()
    {
        await using var bench = await PublishedAsync();
        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev"));

        using var json = JsonDocument.Parse(await bench.FileAsync(issue, "manifest"));

        var renderers = json.RootElement.GetProperty("renderers").EnumerateArray()
            .Select(r => (r.GetProperty("file").GetString(), r.GetProperty("engine").GetString()));
        Assert.Equal([(bench.Renderer.FileName, bench.Renderer.Engine)], renderers);
        Assert.False(json.RootElement.TryGetProperty("renderer", out _));
    }

    [Fact]
    public void Manifest_ListsItsRenderersByFileName()
    {
        var issue = new PublishedIssue(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev"), "bulletin-nev", 1, new DateOnly(2012, 4, 27), "office", false, null, []);
        var files = new Dictionary<string, byte[]> { ["bulletin.pdf"] = [1], ["bulletin.docx"] = [2], ["snapshot.json"] = [3] };
        var engines = new Dictionary<string, string> { ["bulletin.pdf"] = "Typesetting 1", ["bulletin.docx"] = "Words 2" };

        var manifest = Manifest.Of(issue, "catalogue", files, engines, new FontOptions().Load(AppContext.BaseDirectory));

        Assert.Equal([new("Words 2", "bulletin.docx"), new("Typesetting 1", "bulletin.pdf")], manifest.Renderers);
        Assert.Contains("""
            "renderers":[{"engine":"Words 2","file":"bulletin.docx"},{"engine":"Typesetting 1","file":"bulletin.pdf"}],
            """.Trim(), Encoding.UTF8.GetString(manifest.Write()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_IsCanonical()
    {
        await using var bench = await PublishedAsync();
        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", OverallBulletin.Id, null));
        var manifest = await bench.FileAsync(issue, "manifest");

        using var json = JsonDocument.Parse(manifest);
        var names = json.RootElement.EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(Manifest.Read(manifest).Write(), manifest);
        Assert.DoesNotContain((byte)'\n', manifest);
        Assert.Equal((byte)'{', manifest[0]);
    }

    [Fact]
    public async Task Issue_ListsItsFilesWithLengthAndHash()
    {
        await using var bench = await PublishedAsync();
        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "automotive"));

        Assert.Equal(["bulletin.pdf", "manifest.json", "manifest.sig", "snapshot.json"], issue.Files.Select(f => f.Name));
        foreach (var (shortName, name) in GetIssueFile.ShortNames.Where(file => issue.Files.Any(f => f.Name == file.Value)))
        {
            var bytes = await bench.FileAsync(issue, shortName);
            Assert.Equal(new IssueFile(name, bytes.Length, Hash(bytes)), issue.Files.Single(f => f.Name == name));
        }
        Assert.Null(await bench.Get<GetIssueFile>().RunAsync(issue, "docx", Cancellation));
    }

    [Fact]
    public async Task PublishedFile_IsNeverOverwritten()
    {
        await using var bench = await PublishedAsync();
        var blobs = bench.Get<BulletinBlobs>();
        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev"));
        var bytes = await bench.FileAsync(issue, "pdf");

        await blobs.PublishAsync(issue, "bulletin.pdf", bytes, Cancellation);
        await Assert.ThrowsAsync<IOException>(() => blobs.PublishAsync(issue, "bulletin.pdf", Encoding.UTF8.GetBytes("other"), Cancellation));

        Assert.Equal(bytes, await bench.FileAsync(issue, "pdf"));
    }

    [Fact]
    public async Task PublishedFile_IsNotServed_WhenItsBytesChangedInStorage()
    {
        await using var bench = await PublishedAsync();
        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev"));
        var blob = bench.Get<StorageConnection>().Container(StorageNames.PublishedFiles).GetBlobClient($"{BulletinBlobs.Folder(issue)}/bulletin.pdf");
        await blob.UploadAsync(BinaryData.FromString("forged"), overwrite: true, Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => bench.FileAsync(issue, "pdf"));
    }

    [Fact]
    public async Task StagedFile_IsTheFirstWritersAlways()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        var blobs = bench.Get<BulletinBlobs>();
        var issue = WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev");

        var writers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => blobs.StageAsync(issue, "frozen.json", [(byte)i], Cancellation)));

        var stored = await blobs.ReadStagedAsync(issue, "frozen.json", Cancellation);
        Assert.All(writers, w => Assert.Equal(stored, w));
    }

    [Fact]
    public async Task Blobs_AreWhereTheLayoutSays()
    {
        await using var bench = await PublishedAsync();
        var names = new List<string>();
        await foreach (var blob in bench.Get<StorageConnection>().Container(StorageNames.PublishedFiles).GetBlobsAsync(cancellationToken: Cancellation))
            names.Add(blob.Name);

        Assert.Equal(12, names.Count);
        Assert.Contains("henan-2012/2012Q1/bulletin/nev/1/bulletin.pdf", names);
        Assert.Contains("henan-2012/2012Q1/overall/all/1/manifest.sig", names);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<WorkBench> PublishedAsync()
    {
        var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        await bench.DrainAsync();
        return bench;
    }
}
