using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;
using Typesetting.Fonts;

namespace Reporting.Verifying;

/// <summary>Makes the files of an issue again from its snapshot and compares them byte for byte, where this program has what they were made with.</summary>
public sealed class RebuildFiles(IEnumerable<IBulletinRenderer> renderers, FontSet fonts)
{
    private readonly string dotNet = Environment.Version.ToString();

    internal IEnumerable<VerificationCheck> Run(IReadOnlyDictionary<string, byte[]> files, Manifest manifest, Snapshot snapshot)
    {
        var ours = Enum.GetValues<FontRole>().Select(role => fonts[role].Sha256).ToHashSet(StringComparer.Ordinal);
        List<string> missing = [.. manifest.Fonts.Where(font => !ours.Contains(font.Sha256)).Select(font => font.Name)];
        Document? document = null;
        foreach (var made in manifest.Renderers)
        {
            var renderer = renderers.FirstOrDefault(r => r.FileName == made.File);
            if (renderer?.Engine != made.Engine)
                yield return Needs(made.File, made.Engine, renderer?.Engine ?? "—");
            else if (manifest.DotNet != dotNet)
                yield return Needs(made.File, $".NET {manifest.DotNet}", $".NET {dotNet}");
            else if (missing.Count > 0)
                yield return Needs(made.File, string.Join(", ", missing), string.Join(", ", Enum.GetValues<FontRole>().Select(role => fonts[role].Name).Distinct()));
            else if (files.TryGetValue(made.File, out var published))
                yield return Compare(made.File, published, renderer.Render(document ??= ComposeIssue.Compose(snapshot)));
        }
    }

    private static VerificationCheck Compare(string file, byte[] published, byte[] rebuilt) => published.AsSpan().SequenceEqual(rebuilt)
        ? VerifyFiles.Passed("rebuild", file, "由快照重新生成，逐字节相同", "made again from the snapshot, the same byte for byte")
        : VerifyFiles.Failed("rebuild", file, "由快照重新生成的文件与之不同", "what is made again from the snapshot is another file");

    private static VerificationCheck Needs(string file, string needed, string here) => VerifyFiles.NotChecked(
        "rebuild", file, $"重新生成须用 {needed}，此处为 {here}", $"making it again takes {needed}; here is {here}");
}
