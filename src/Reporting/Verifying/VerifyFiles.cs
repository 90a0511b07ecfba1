using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;

namespace Reporting.Verifying;

/// <summary>
/// Verifies an issue from its files and a trusted public key alone: no storage, no network, no clock. Whoever has the files and the key from a
/// source they trust needs nobody's word.
/// </summary>
public sealed class VerifyFiles(RebuildFiles rebuild)
{
    /// <param name="files">By name, e.g. <c>bulletin.pdf</c>; all that lie in the issue's folder.</param>
    /// <param name="publicKeys">Those that are trusted, one after the other as PEM: today's, and those of the time before a rotation.</param>
    /// <exception cref="CryptographicException">There is no P-256 public key in the text, or something else is.</exception>
    public Verification Run(IReadOnlyDictionary<string, byte[]> files, string publicKeys)
    {
        if (!files.TryGetValue(Manifest.FileName, out var bytes))
            return new Verification(null, null, [Failed("files", Manifest.FileName, "缺少文件", "the file is missing")]);
        var signature = Signature(files, bytes, TrustedKeys.Read(publicKeys));
        if (ManifestOf(bytes) is not { } manifest)
            return new Verification(null, null, [signature, Failed("files", Manifest.FileName, "不是本程序所知的清单", "this is no manifest that this program knows")]);
        List<VerificationCheck> checks = [signature, .. Files(files, manifest)];
        if (files.TryGetValue(Manifest.SnapshotName, out var stored))
            checks.AddRange(OfSnapshot(files, manifest, stored));
        return new Verification(manifest.Id, manifest.Number, checks);
    }

    /// <summary>The manifest in these bytes; null where this program knows none in them.</summary>
    internal static Manifest? ManifestOf(byte[] bytes)
    {
        try
        {
            return Manifest.Read(bytes) is { SchemaVersion: Manifest.CurrentSchema, Files: not null, Fonts: not null, Renderers: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static VerificationCheck Signature(IReadOnlyDictionary<string, byte[]> files, byte[] manifest, IReadOnlyList<string> publicKeys)
    {
        if (!files.TryGetValue(Manifest.SignatureName, out var signature))
            return Failed("signature", Manifest.SignatureName, "缺少文件", "the file is missing");
        return publicKeys.Any(key => ManifestSigner.Verify(manifest, signature, key))
            ? Passed("signature", Manifest.SignatureName, "签名与受信任的公钥相符", "the signature is of the trusted key")
            : Failed("signature", Manifest.SignatureName, "清单或签名被改动，或由另一密钥签名", "manifest or signature were changed, or another key signed");
    }

    private static List<VerificationCheck> Files(IReadOnlyDictionary<string, byte[]> files, Manifest manifest)
    {
        var faults = new List<VerificationCheck>();
        foreach (var file in manifest.Files)
        {
            if (!files.TryGetValue(file.Name, out var content))
                faults.Add(Failed("files", file.Name, "缺少文件", "the file is missing"));
            else if (content.LongLength != file.Length || Manifest.Hash(content) != file.Sha256)
                faults.Add(Failed("files", file.Name, "内容被改动，与清单不符", "the content was changed; it is not what the manifest names"));
        }
        var known = manifest.Files.Select(file => file.Name).Append(Manifest.FileName).Append(Manifest.SignatureName).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(files.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).Select(name => Failed("files", name, "清单中没有该文件", "the manifest does not name this file")));
        return faults.Count > 0 ? faults : [Passed("files", null, $"{manifest.Files.Count}个文件与清单相符", $"{manifest.Files.Count} files are what the manifest names")];
    }

    private IEnumerable<VerificationCheck> OfSnapshot(IReadOnlyDictionary<string, byte[]> files, Manifest manifest, byte[] stored)
    {
        if (Manifest.Hash(stored) != manifest.Snapshot)
        {
            yield return Failed("snapshot", Manifest.SnapshotName, "不是清单所载的快照", "this is not the snapshot of the manifest");
            yield break;
        }
        if (ReadSnapshot(stored) is not { } snapshot)
        {
            yield return NotChecked("snapshot", Manifest.SnapshotName, $"快照出自另一版本，须用 {manifest.Program} 核验", $"the snapshot is of another form; verify it with {manifest.Program}");
            yield break;
        }
        yield return snapshot.Signing is { } signing
            && (signing.Number, signing.SignedOn, snapshot.Programme.CatalogueHash) == (manifest.Number, manifest.SignedOn, manifest.Catalogue)
            && (snapshot.Issue.Programme, IssueSeries.Id(snapshot.Issue)) == (manifest.Programme, manifest.Id)
                ? Passed("snapshot", Manifest.SnapshotName, "刊期、期号、签发日期和目录与清单相符", "issue, number, date and catalogue are those of the manifest")
                : Failed("snapshot", Manifest.SnapshotName, "刊期、期号、签发日期或目录与清单不符", "issue, number, date or catalogue are not those of the manifest");
        yield return CheckTrace.Ends(snapshot);
        yield return CheckTrace.Run(files, snapshot);
        foreach (var check in rebuild.Run(files, manifest, snapshot))
            yield return check;
    }

    private static Snapshot? ReadSnapshot(byte[] stored)
    {
        try
        {
            return SnapshotJson.IsReadable(stored) ? SnapshotJson.Read(stored) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static VerificationCheck Passed(string name, string? file, string zh, string en) => new(name, CheckOutcome.Passed, file, zh, en);

    internal static VerificationCheck Failed(string name, string? file, string zh, string en) => new(name, CheckOutcome.Failed, file, zh, en);

    internal static VerificationCheck NotChecked(string name, string? file, string zh, string en) => new(name, CheckOutcome.NotChecked, file, zh, en);
}
