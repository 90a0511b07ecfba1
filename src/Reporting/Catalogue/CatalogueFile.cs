using System.Text;
using System.Text.Json;

namespace Reporting.Catalogue;

/// <summary>One file of a catalogue: its bytes, and on which line each of its members stands, so that faults can name a line.</summary>
internal sealed class CatalogueFile
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<string> untidy = [];
    private bool walked;

    /// <param name="path">Path below the catalogue's folder, with forward slashes.</param>
    public CatalogueFile(string path, byte[] bytes)
    {
        Path = path;
        Bytes = bytes;
        // Editors on Windows like to begin a file with a byte order mark; the JSON reader does not.
        Json = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    private ReadOnlyMemory<byte> Json { get; }

    /// <summary>The line of a member by its path, e.g. <c>$.tasks[3].leadUnits[0]</c>; of the nearest enclosing one where it is absent.</summary>
    public int LineOf(string path)
    {
        int line;
        while (!lines.TryGetValue(path, out line))
        {
            var end = path.LastIndexOfAny(['.', '[']);
            if (end <= 0)
                return 1;
            path = path[..end];
        }
        return line;
    }

    /// <summary>Reads the file as a <typeparamref name="T"/>; null when it is not one, which is then among the faults.</summary>
    public T? Read<T>(CatalogueFaults faults)
        where T : class
    {
        if (FirstLineNotUtf8() is { } badLine)
        {
            faults.Add(this, badLine, "不是 UTF-8 编码（请勿用 GBK 等编码保存）", "not UTF-8; save the file in that encoding");
            return null;
        }
        try
        {
            Walk();
            foreach (var path in untidy)
                faults.Add(this, path, "文字为空或首尾有空白", "text is empty or has white space at its ends");
            return JsonSerializer.Deserialize<T>(Json.Span, CatalogueJson.Options);
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            if (e.Path is { } path && walked)
                faults.Add(this, path, $"“{path}”不合目录文件格式（缺项、多项、类型或取值不符）", $"'{path}' does not fit the format: {reason}");
            else
                faults.Add(this, (int)(e.LineNumber ?? 0) + 1, "不是有效的 JSON", $"not valid JSON: {reason}");
            return null;
        }
    }

    private int? FirstLineNotUtf8()
    {
        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(Bytes);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return Bytes.AsSpan(0, Math.Max(0, e.Index)).Count((byte)'\n') + 1;
        }
    }

    /// <summary>Notes the line of every member and element.</summary>
    private void Walk()
    {
        var json = Json.Span;
        var reader = new Utf8JsonReader(json);
        var stack = new Stack<Scope>();
        var name = "$";
        var (line, counted) = (1, 0L);
        while (reader.Read())
        {
            line += json[(int)counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = $"{stack.Peek().Path}.{TextOf(ref reader, line)}";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    stack.Pop();
                    break;
                default:
                    var path = stack.TryPeek(out var outer) && outer.IsArray ? $"{outer.Path}[{outer.Count++}]" : name;
                    lines.TryAdd(path, line);
                    if (reader.TokenType == JsonTokenType.String && IsUntidy(TextOf(ref reader, line)))
                        untidy.Add(path);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        stack.Push(new Scope(path, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }
        walked = true;
    }

    /// <exception cref="JsonException">The text holds half of a surrogate pair as an escape.</exception>
    private static string? TextOf(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, path: null, lineNumber: line - 1, bytePositionInLine: 0, e);
        }
    }

    private static bool IsUntidy(string? text) => string.IsNullOrWhiteSpace(text) || text != text.Trim();

    private sealed class Scope(string path, bool isArray)
    {
        public string Path => path;

        public bool IsArray => isArray;

        public int Count { get; set; }
    }
}
