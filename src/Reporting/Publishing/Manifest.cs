using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reporting.Bulletins.Documents;
using Reporting.Schedule;
using Typesetting.Fonts;

namespace Reporting.Publishing;

/// <summary>
/// What an issue consists of and what it was made with (<c>manifest.json</c>). The stored form is canonical: UTF-8 without a byte order
/// mark, members in ordinal order, files and renderers by file name, fonts by hash, no white space; the same issue made with the same parts
/// has the same bytes.
/// </summary>
/// <param name="Catalogue">SHA-256 of the catalogue the snapshot was frozen from.</param>
/// <param name="DotNet">The .NET runtime, e.g. <c>10.0.1</c>.</param>
/// <param name="Files">Every file of the issue but the manifest and its signature, <c>snapshot.json</c> among them.</param>
/// <param name="Fonts">The fonts the documents are set in.</param>
/// <param name="Plan">The plan's id, or <c>all</c>.</param>
/// <param name="Program">Name, version and revision of the program, e.g. <c>Reporting 0.1.0+</c> and the commit; without the commit where the sources had no history.</param>
/// <param name="Renderers">What wrote each rendered file; to make the files again takes these programs.</param>
/// <param name="Snapshot">SHA-256 of <c>snapshot.json</c>.</param>
internal sealed record Manifest(
    string Catalogue,
    string DotNet,
    IReadOnlyList<IssueFile> Files,
    IReadOnlyList<ManifestFont> Fonts,
    string Id,
    string Kind,
    int Number,
    Period Period,
    string Plan,
    string Program,
    string Programme,
    IReadOnlyList<ManifestRenderer> Renderers,
    int SchemaVersion,
    string Series,
    DateOnly SignedOn,
    string Snapshot)
{
    public const int CurrentSchema = 1;

    public const string FileName = "manifest.json";

    public const string SignatureName = "manifest.sig";

    public const string SnapshotName = "snapshot.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="catalogue">SHA-256 of the catalogue.</param>
    /// <param name="files">The issue's files by name, among them <see cref="SnapshotName"/>.</param>
    /// <param name="engines">Name and version of what wrote each rendered file, by the file's name.</param>
    public static Manifest Of(
        PublishedIssue issue,
        string catalogue,
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyDictionary<string, string> engines,
        FontSet fonts) => new(
        catalogue,
        Environment.Version.ToString(),
        [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new IssueFile(f.Key, f.Value.LongLength, Hash(f.Value)))],
        [.. Enum.GetValues<FontRole>().Select(role => fonts[role])
            .Select(f => new ManifestFont(f.Name, f.Sha256)).Distinct().OrderBy(f => f.Sha256, StringComparer.Ordinal)],
        issue.Id,
        issue.Key.Kind.Id,
        issue.Number,
        issue.Key.Period,
        IssueSeries.Plan(issue.Key.Plan),
        EngineName.Of(typeof(Manifest)),
        issue.Key.Programme,
        [.. engines.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new ManifestRenderer(e.Value, e.Key))],
        CurrentSchema,
        issue.Series,
        issue.SignedOn,
        Hash(files[SnapshotName]));

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <exception cref="JsonException">The bytes are no manifest.</exception>
    public static Manifest Read(byte[] bytes) =>
        JsonSerializer.Deserialize<Manifest>(bytes, Form) ?? throw new JsonException("A manifest is an object, not null.");

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A font that the documents of an issue are set in.</summary>
/// <param name="Name">PostScript name.</param>
/// <param name="Sha256">Of the whole font file, lower-case hex.</param>
internal sealed record ManifestFont(string Name, string Sha256);

/// <summary>What wrote a rendered file of an issue.</summary>
/// <param name="Engine">Name and version, e.g. <c>Typesetting 0.1.0</c>.</param>
internal sealed record ManifestRenderer(string Engine, string File);
