using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;
using Typesetting.Fonts;

namespace Reporting.Verifying;

/// <summary>
/// Makes the files of an issue again from its snapshot and compares them byte for byte. Only the program that made them, with the same parts,
/// has to make the same bytes; another one, as after an update, is tried all the same: where it makes them, that is as good a proof.
/// </summary>
public sealed class RebuildFiles(IEnumerable<IBulletinRenderer> renderers, FontSet fonts)
{
    private static readonly string Program = EngineName.Of(typeof(Manifest));

    private readonly string dotNet = $".NET {Environment.Version}";

    internal IEnumerable<VerificationCheck> Run(IReadOnlyDictionary<string, byte[]> files, Manifest manifest, Snapshot snapshot)
    {
        Document? document = null;
        foreach (var made in manifest.Renderers)
        {
            if (!files.TryGetValue(made.File, out var published))
                continue;
            var renderer = renderers.FirstOrDefault(r => r.FileName == made.File);
            if (renderer is not null && IsMadeAgain(published, () => renderer.Render(document ??= ComposeIssue.Compose(snapshot))))
                yield return VerifyFiles.Passed("rebuild", made.File, "由快照重新生成，逐字节相同", "made again from the snapshot, the same byte for byte");
            else if (Others(manifest, made, renderer) is { Count: > 0 } others)
                yield return Needs(made.File, others);
            else
                yield return VerifyFiles.Failed("rebuild", made.File, "由快照重新生成的不是此文件", "what is made again from the snapshot is not this file");
        }
    }

    private static bool IsMadeAgain(byte[] published, Func<byte[]> rebuild)
    {
        try
        {
            return published.AsSpan().SequenceEqual(rebuild());
        }
        catch (Exception unmade) when (unmade is not OutOfMemoryException)
        {
            return false; // A snapshot that was signed can still be one that this program makes nothing of.
        }
    }

    /// <summary>What the file was made with and is not here, each with what is here in its place.</summary>
    private List<(string Needed, string Here)> Others(Manifest manifest, ManifestRenderer made, IBulletinRenderer? renderer)
    {
        var ours = Enum.GetValues<FontRole>().Select(role => fonts[role]).DistinctBy(font => font.Sha256).ToList();
        List<(string Needed, string Here)> parts = [(manifest.Program, Program), (made.Engine, renderer?.Engine ?? "—"), ($".NET {manifest.DotNet}", dotNet)];
        parts.RemoveAll(part => part.Needed == part.Here);
        var missing = manifest.Fonts.Where(font => ours.All(our => our.Sha256 != font.Sha256)).Select(font => font.Name).ToList();
        if (missing.Count > 0)
            parts.Add((string.Join(", ", missing), string.Join(", ", ours.Select(font => font.Name))));
        return [.. parts.Distinct()];
    }

    private static VerificationCheck Needs(string file, List<(string Needed, string Here)> others)
    {
        string All(string between, Func<(string Needed, string Here), string> part) => string.Join(between, others.Select(part));
        return VerifyFiles.NotChecked(
            "rebuild",
            file,
            $"此处重新生成的文件与之不同；核对须用 {All("、", part => part.Needed)}，此处为 {All("、", part => part.Here)}",
            $"what is made again here is another file; to compare it takes {All(", ", part => part.Needed)}, and here is {All(", ", part => part.Here)}");
    }
}
