using System.Text.Json;

namespace Reporting.Catalogue;

/// <summary>One file of a catalogue: its bytes, and on which line each of its members stands, so that faults can name a line.</summary>
internal sealed class CatalogueFile
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<string> untidy = [];

    /// <param name="path">Path below the catalogue's folder, with forward slashes.</param>
    public CatalogueFile(string path, byte[] bytes)
    {
        Path = path;
        Bytes = bytes;
    }

    public string Path { get; }

    public byte[] Bytes { get; }

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
        try
        {
            Walk();
            foreach (var path in untidy)
                faults.Add(this, path, "文字为空或首尾有空白", "text is empty or has white space at its ends");
            return JsonSerializer.Deserialize<T>(Bytes, CatalogueJson.Options);
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            if (e.Path is { } path && lines.Count > 0 && lines.ContainsKey("$"))
                faults.Add(this, path, $"“{path}”不合目录文件格式（缺项、多项、类型或取值不符）", $"'{path}' does not fit the format: {reason}");
            else
                faults.Add(this, (int)(e.LineNumber ?? 0) + 1, "不是有效的 JSON", $"not valid JSON: {reason}");
            return null;
        }
    }

    /// <summary>Notes the line of every member and element; the root comes last, so that its entry says that the whole file was read.</summary>
    private void Walk()
    {
        var reader = new Utf8JsonReader(Bytes);
        var stack = new Stack<Scope>();
        var name = "$";
        var (line, counted) = (1, 0L);
        while (reader.Read())
        {
            line += Bytes.AsSpan((int)counted, (int)(reader.TokenStartIndex - counted)).Count((byte)'\n');
            counted = reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = $"{stack.Peek().Path}.{reader.GetString()}";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    stack.Pop();
                    break;
                default:
                    var path = stack.TryPeek(out var outer) && outer.IsArray ? $"{outer.Path}[{outer.Count++}]" : name;
                    if (path != "$")
                        lines.TryAdd(path, line);
                    if (reader.TokenType == JsonTokenType.String && IsUntidy(reader.GetString()))
                        untidy.Add(path);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        stack.Push(new Scope(path, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }
        lines["$"] = 1;
    }

    private static bool IsUntidy(string? text) => string.IsNullOrWhiteSpace(text) || text != text.Trim();

    private sealed class Scope(string path, bool isArray)
    {
        public string Path => path;

        public bool IsArray => isArray;

        public int Count { get; set; }
    }
}
