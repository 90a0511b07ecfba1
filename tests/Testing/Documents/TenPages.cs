using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Pdf;

namespace Testing.Documents;

/// <summary>
/// The document that every engine sets: ten pages of running text, headings and tables whose header rows are repeated, from
/// ten-pages.txt (a line each: <c>!</c> title, <c>#</c> and <c>##</c> headings, <c>|</c> table rows, the first of a table its header,
/// anything else a paragraph).
/// </summary>
public static class TenPages
{
    public const string Title = "产业行动计划重点工作汇总";

    private static readonly double[] Shares = [1, 4, 3, 6];

    public static FontSet Fonts() => FontSet.Load(
        InPackage("noto-serif-sc", "400Regular", "NotoSerifSC_400Regular.ttf"),
        InPackage("noto-sans-sc", "700Bold", "NotoSansSC_700Bold.ttf"),
        InPackage("noto-serif-sc", "700Bold", "NotoSerifSC_700Bold.ttf"),
        InPackage("noto-serif-sc", "700Bold", "NotoSerifSC_700Bold.ttf"));

    public static DocumentContent Read() => new(
        new DocumentInformation(Title, "领导小组办公室") { Created = new DateTimeOffset(2012, 7, 25, 0, 0, 0, TimeSpan.FromHours(8)) },
        [.. Blocks(File.ReadAllLines(Repository.Path("tests", "Testing", "Documents", "ten-pages.txt")))])
    {
        RunningMark = "演示数据",
    };

    /// <summary>The file in memory, as the bulletins' renderer has it.</summary>
    public static byte[] Write(DocumentContent content, FontSet fonts)
    {
        using var file = new MemoryStream();
        PdfDocument.Write(content, fonts, file);
        return file.ToArray();
    }

    private static string InPackage(string package, string weight, string file) =>
        Repository.Path("node_modules", "@expo-google-fonts", package, weight, file);

    private static IEnumerable<Block> Blocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("! ", StringComparison.Ordinal))
                yield return new Heading(1, line[2..].Replace("\\n", "\n", StringComparison.Ordinal)) { Style = OfficialStyles.Title, Alignment = Alignment.Centre, Bookmark = "", SpaceAfter = 18 };
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                yield return new Heading(2, line[3..]);
            else if (line.StartsWith("# ", StringComparison.Ordinal))
                yield return new Heading(1, line[2..]);
            else if (line.StartsWith('|'))
            {
                var first = i;
                while (i + 1 < lines.Length && lines[i + 1].StartsWith('|'))
                    i++;
                yield return Table(lines[first..(i + 1)]);
            }
            else if (line.Length > 0)
                yield return new Paragraph(line);
        }
    }

    private static Table Table(string[] lines) => new(
        [.. Shares.Select((share, i) => TableColumn.OfShare(share) with { Alignment = i == 0 ? Alignment.Centre : Alignment.Left })],
        [Row(lines[0])],
        [.. lines[1..].Select(Row)])
    {
        Summary = "任务分工",
        SpaceAfter = 12,
    };

    private static TableRow Row(string line) => new([.. line.Split('|', StringSplitOptions.TrimEntries)[1..].Select(text => new TableCell(text))]);
}
