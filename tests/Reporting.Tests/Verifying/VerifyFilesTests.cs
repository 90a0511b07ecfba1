using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Html;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Bulletins.Tracing;
using Reporting.Bulletins.Word;
using Reporting.Publishing;
using Reporting.Tests.Bulletins;
using Reporting.Verifying;
using Testing;
using Typesetting.Fonts;

namespace Reporting.Tests.Verifying;

/// <summary>Whatever is changed of an issue is found and named, from its files and a trusted key alone.</summary>
public sealed class VerifyFilesTests : IDisposable
{
    private static readonly FontSet fonts = new FontOptions().Load(AppContext.BaseDirectory);
    private static readonly IBulletinRenderer[] renderers =
        [new PdfRenderer(fonts), new WordRenderer(Options.Create(new WordOptions())), new HtmlRenderer(), new TraceRenderer()];

    private readonly ManifestSigner signer = new(Options.Create(new SigningOptions()), NullLogger<ManifestSigner>.Instance);
    private readonly VerifyFiles verify = new(new RebuildFiles(renderers, fonts));

    public static TheoryData<string> Names => ["bulletin.pdf", "bulletin.docx", "bulletin.html", "trace.json", "snapshot.json"];

    public void Dispose() => signer.Dispose();

    [Fact]
    public void IssueAsItWasPublished_Holds_AndIsMadeAgainByteForByte()
    {
        var verified = verify.Run(Issue(), signer.PublicKey);

        Assert.True(verified.Holds, string.Join("; ", verified.Checks.Where(c => c.Outcome == CheckOutcome.Failed).Select(c => c.DetailEn)));
        Assert.Equal(("2012Q2-bulletin-automotive", 7), (verified.Issue, verified.Number));
        Assert.Equal(
            ["signature manifest.sig", "files ", "snapshot snapshot.json", "chain snapshot.json", "trace trace.json", "rebuild bulletin.docx", "rebuild bulletin.html", "rebuild bulletin.pdf", "rebuild trace.json"],
            verified.Checks.Select(check => $"{check.Name} {check.File}"));
        Assert.All(verified.Checks, check => Assert.Equal(CheckOutcome.Passed, check.Outcome));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OneChangedByte_IsNamedByItsFile(string name)
    {
        var files = Issue();
        files[name] = Changed(files[name]);

        var verified = verify.Run(files, signer.PublicKey);

        Assert.False(verified.Holds);
        Assert.Contains(verified.Checks, check => check is { Name: "files", Outcome: CheckOutcome.Failed } && check.File == name);
        Assert.DoesNotContain(verified.Checks, check => check is { Name: "files", Outcome: CheckOutcome.Failed } && check.File != name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MissingFile_IsNamed(string name)
    {
        var files = Issue();
        files.Remove(name);

        Assert.Contains(verify.Run(files, signer.PublicKey).Checks, check => check is { Name: "files", Outcome: CheckOutcome.Failed } && check.File == name);
    }

    [Fact]
    public void FileThatTheManifestDoesNotName_IsNamed()
    {
        var files = Issue();
        files.Add("bulletin2.pdf", [1]);

        Assert.Contains(verify.Run(files, signer.PublicKey).Checks, check => check is { Name: "files", Outcome: CheckOutcome.Failed, File: "bulletin2.pdf" });
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("manifest.sig")]
    public void ChangedManifestOrSignature_IsFound(string name)
    {
        var files = Issue();
        files[name] = name == "manifest.json" ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[name]).Replace("\"number\":7", "\"number\":8", StringComparison.Ordinal)) : Changed(files[name]);

        Assert.Contains(verify.Run(files, signer.PublicKey).Checks, check => check is { Name: "signature", Outcome: CheckOutcome.Failed });
    }

    [Fact]
    public void AnothersSignature_IsFound()
    {
        using var another = new ManifestSigner(Options.Create(new SigningOptions()), NullLogger<ManifestSigner>.Instance);

        Assert.Contains(verify.Run(Issue(), another.PublicKey).Checks, check => check is { Name: "signature", Outcome: CheckOutcome.Failed });
    }

    [Fact]
    public void IssueSignedBeforeARotation_HoldsWithTheKeysOfBothTimes()
    {
        using var today = new ManifestSigner(Options.Create(new SigningOptions { FormerPublicKeys = signer.PublicKey }), NullLogger<ManifestSigner>.Instance);

        Assert.DoesNotContain(verify.Run(Issue(), today.TrustedKeys).Checks, check => check.Outcome == CheckOutcome.Failed);
        Assert.Contains(verify.Run(Issue(), today.PublicKey).Checks, check => check is { Name: "signature", Outcome: CheckOutcome.Failed });
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void TextThatIsNoPublicKey_IsRefused(string text) => Assert.Throws<CryptographicException>(() => TrustedKeys.Read(text));

    [Theory]
    [InlineData("\"id\":\"2012Q2-bulletin-automotive\"", "\"id\":\"2012Q2-bulletin-nev\"")]
    [InlineData("\"programme\":\"henan-2012\"", "\"programme\":\"henan-2013\"")]
    public void ManifestOfAnotherIssue_IsNotThatOfTheSnapshot(string from, string to) => Assert.Contains(
        verify.Run(Issue(edit: text => text.Replace(from, to, StringComparison.Ordinal)), signer.PublicKey).Checks,
        check => check is { Name: "snapshot", Outcome: CheckOutcome.Failed });

    /// <summary>Whoever has the key can sign anything; the snapshot still gives the document that it gives.</summary>
    [Fact]
    public void DocumentThatTheSnapshotDoesNotGive_IsFound_EvenWhenTheManifestIsSignedAnew()
    {
        var verified = verify.Run(
            Issue(files => files["bulletin.html"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["bulletin.html"]).Replace("600亿元", "900亿元", StringComparison.Ordinal))), signer.PublicKey);

        var fault = Assert.Single(verified.Checks, check => check.Outcome == CheckOutcome.Failed);
        Assert.Equal(("rebuild", "bulletin.html"), (fault.Name, fault.File));
    }

    /// <summary>Pattern of what the manifest names, what it says in its place, and what the open check has to ask for.</summary>
    public static TheoryData<string, string, string> MadeElsewhere => new()
    {
        { "\"engine\":\"Typesetting [^\"]*\"", "\"engine\":\"Typesetting 9.9.9\"", "须用 Typesetting 9.9.9，" },
        { "\"dotNet\":\"", "\"dotNet\":\"99.0.", "须用 .NET 99.0." },
        { "\"program\":\"[^\"]*\"", "\"program\":\"Reporting 9.9.9+0123\"", "须用 Reporting 9.9.9+0123，" },
        { "\"name\":\"NotoSerifSC-Regular\",\"sha256\":\"[0-9a-f]{4}", "\"name\":\"FangSong\",\"sha256\":\"zzzz", "须用 FangSong，" },
    };

    [Theory]
    [MemberData(nameof(MadeElsewhere))]
    public void SameBytes_MadeElsewhere_AreProofAllTheSame(string from, string to, string needed)
    {
        var verified = verify.Run(Issue(edit: text => Replaced(text, from, to)), signer.PublicKey);

        Assert.All(verified.Checks, check => Assert.True(check.Outcome == CheckOutcome.Passed, $"{needed} {check.DetailEn}"));
    }

    [Theory]
    [MemberData(nameof(MadeElsewhere))]
    public void OtherBytes_MadeElsewhere_AreNotCalledAFault_AndWhatTheyNeedIsNamed(string from, string to, string needed)
    {
        var verified = verify.Run(
            Issue(files => files["bulletin.pdf"] = Changed(files["bulletin.pdf"]), edit: text => Replaced(text, from, to)), signer.PublicKey);

        Assert.True(verified.Holds);
        var open = Assert.Single(verified.Checks, check => check.Outcome == CheckOutcome.NotChecked);
        Assert.Equal(("rebuild", "bulletin.pdf"), (open.Name, open.File));
        Assert.Contains(needed, open.DetailZh, StringComparison.Ordinal);
    }

    /// <summary>Sources without their history, as from an archive, have no revision to name.</summary>
    [Fact]
    public void Program_IsNamedWithTheRevisionItWasBuiltFrom() => Assert.Matches(
        $"^Reporting [0-9]+[.][0-9]+[.][0-9]+{(Path.Exists(Repository.Path(".git")) ? "[+][0-9a-f]{40}" : "")}$", Manifest.Read(Issue()["manifest.json"]).Program);

    [Fact]
    public void TraceThatCitesAStranger_IsFound()
    {
        var verified = verify.Run(
            Issue(files => files["trace.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["trace.json"]).Replace("zhengzhou@3#", "zhengzhou@4#", StringComparison.Ordinal))), signer.PublicKey);

        var fault = Assert.Single(verified.Checks, check => check is { Name: "trace", Outcome: CheckOutcome.Failed });
        Assert.Contains("zhengzhou@4", fault.DetailEn, StringComparison.Ordinal);
    }

    [Fact]
    public void EntryWithTwoHashes_IsFound()
    {
        // The report and what it is compared with name one version; only one of the two is changed.
        var verified = verify.Run(Issue(hashes: json => new Regex("\"hash\":\"[0-9a-f]").Replace(json, "\"hash\":\"z", 1)), signer.PublicKey);

        var fault = Assert.Single(verified.Checks, check => check is { Name: "chain", Outcome: CheckOutcome.Failed });
        Assert.Equal("snapshot.json", fault.File);
    }

    private static string Replaced(string text, string from, string to)
    {
        var edited = Regex.Replace(text, from, to);
        Assert.NotEqual(text, edited);
        return edited;
    }

    private static byte[] Changed(byte[] content)
    {
        byte[] changed = [.. content];
        changed[changed.Length / 2] ^= 1;
        return changed;
    }

    /// <summary>An issue's files; its manifest is of the changed files, and signed after the edit.</summary>
    private Dictionary<string, byte[]> Issue(Action<Dictionary<string, byte[]>>? change = null, Func<string, string>? edit = null, Func<string, string>? hashes = null)
    {
        // The snapshots of the tests have short names for hashes.
        var json = Regex.Replace(
            Encoding.UTF8.GetString(SnapshotJson.Write(TraceTests.Eventful(PlanBulletin.Id, 2))), "\"hash\": *\"[^\"]*\"", $"\"hash\":\"{Manifest.Hash([1, 2, 3])}\"");
        var snapshot = SnapshotJson.Read(Encoding.UTF8.GetBytes(hashes is null ? json : hashes(json)));
        var document = ComposeIssue.Compose(snapshot);
        var files = renderers.ToDictionary(r => r.FileName, r => r.Render(document), StringComparer.Ordinal);
        files.Add("snapshot.json", SnapshotJson.Write(snapshot));
        change?.Invoke(files);
        var issue = new PublishedIssue(snapshot.Issue, IssueSeries.Of(snapshot.Issue), 7, new DateOnly(2012, 7, 27), "张三", true, null, []);
        var manifest = Manifest.Of(issue, snapshot.Programme.CatalogueHash, files, renderers.ToDictionary(r => r.FileName, r => r.Engine, StringComparer.Ordinal), fonts).Write();
        files.Add("manifest.json", edit is null ? manifest : Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(manifest))));
        files.Add("manifest.sig", signer.Sign(files["manifest.json"]));
        return files;
    }
}
