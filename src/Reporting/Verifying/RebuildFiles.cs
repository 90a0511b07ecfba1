using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;
using Typesetting.Fonts;

namespace Reporting.Verifying;

/// <summary>Makes the files of an issue again from its snapshot and compares them byte for byte, where this program has what they were made with.</summary>
public sealed class RebuildFiles(IEnumerable<IBulletinRenderer> renderers, FontSet fonts)
{
    private static readonly string Program = EngineName.Of(typeof(Manifest));

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
                yield return Compare(made.File, manifest.Program, published, () => renderer.Render(document ??= ComposeIssue.Compose(snapshot)));
        }
    }

    /// <summary>Another version of the program may word or set an issue in another way; only the same one has to make the same bytes.</summary>
    private static VerificationCheck Compare(string file, string program, byte[] published, Func<byte[]> rebuild)
    {
        try
        {
            if (published.AsSpan().SequenceEqual(rebuild()))
                return VerifyFiles.Passed("rebuild", file, "由快照重新生成，逐字节相同", "made again from the snapshot, the same byte for byte");
        }
        catch (Exception unmade) when (unmade is not OutOfMemoryException)
        {
            // A snapshot that was signed can still be one that this program makes nothing of.
            return program == Program ? VerifyFiles.Failed("rebuild", file, "快照不能重新生成文件", "nothing can be made from the snapshot again") : Needs(file, program, Program);
        }
        return program == Program
            ? VerifyFiles.Failed("rebuild", file, "由快照重新生成的文件与之不同", "what is made again from the snapshot is another file")
            : Needs(file, program, Program);
    }

    private static VerificationCheck Needs(string file, string needed, string here) => VerifyFiles.NotChecked(
        "rebuild", file, $"重新生成须用 {needed}，此处为 {here}", $"making it again takes {needed}; here is {here}");
}
