using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Tracing;

/// <summary>
/// Writes where each statement of a document comes from (<c>trace.json</c>): in reading order its text, and for each stretch of it that states a
/// fact the numbers in it, the formula that gave it and its sources. docs/trace.md has the form.
/// </summary>
internal sealed partial class TraceRenderer : IBulletinRenderer
{
    public const string TraceName = "trace.json";

    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public string FileName => TraceName;

    public string Engine => EngineName.Of(typeof(TraceRenderer));

    public byte[] Render(Document document)
    {
        var sources = new SourceList();
        List<TracedStatement> statements = [.. Statements.Of(document).Select(statement => Traced(statement, sources))];
        return JsonSerializer.SerializeToUtf8Bytes(new TraceFile(CurrentSchema, document.Title, sources.All, statements), Form);
    }

    private static TracedStatement Traced(Statement statement, SourceList sources) => new(
        statement.Kind,
        statement.Place,
        statement.Said.Text,
        [.. statement.Said.Runs.Where(run => run.Trace is not null).Select(run => Traced(run, sources))],
        [.. statement.Said.Runs.SelectMany(run => run.Because).Distinct(StringComparer.Ordinal).Select(sources.IndexOf)]);

    private static TracedFact Traced(Run run, SourceList sources) => new(
        run.Text,
        [.. Number().Matches(run.Text).Select(match => decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture))],
        run.Trace?.Formula,
        [.. run.Trace?.Sources.Select(sources.IndexOf) ?? []]);

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>Every source once, in the order of first use: a count over all reports is told in numbers and not in a page of ids.</summary>
    private sealed class SourceList
    {
        private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        private readonly List<string> all = [];

        public IReadOnlyList<string> All => all;

        public int IndexOf(string source)
        {
            if (!indexes.TryGetValue(source, out var index))
            {
                indexes.Add(source, index = all.Count);
                all.Add(source);
            }
            return index;
        }
    }
}

/// <summary>The file <c>trace.json</c>.</summary>
/// <param name="Sources">Every source that a statement leads back to, once.</param>
internal sealed record TraceFile(int SchemaVersion, string Title, IReadOnlyList<string> Sources, IReadOnlyList<TracedStatement> Statements);

/// <summary>A statement with its facts, in the order in which they stand in its text.</summary>
/// <param name="Because">Places in <see cref="TraceFile.Sources"/> of the facts that decided that it is said, or said so.</param>
internal sealed record TracedStatement(StatementKind Kind, string Place, string Text, IReadOnlyList<TracedFact> Facts, IReadOnlyList<int> Because);

/// <summary>A stretch of a statement that states a fact.</summary>
/// <param name="Numbers">The numbers in <paramref name="Text"/>, in order.</param>
/// <param name="Formula">How the sources give it; null where it is the source's own words or figure.</param>
/// <param name="From">Places in <see cref="TraceFile.Sources"/>.</param>
internal sealed record TracedFact(string Text, IReadOnlyList<decimal> Numbers, string? Formula, IReadOnlyList<int> From);
