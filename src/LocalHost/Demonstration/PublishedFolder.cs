using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reporting.Catalogue;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>Writes published issues to a folder: a folder per period, in it a folder per issue such as <c>bulletin-automotive-no1</c>.</summary>
internal sealed partial class PublishedFolder(string root)
{
    /// <summary>Removes what an earlier run wrote for these periods, and nothing else.</summary>
    internal void Clear(IEnumerable<Period> periods)
    {
        foreach (var folder in periods.Select(p => Path.Combine(root, p.ToString())).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(root);
    }

    /// <summary>The public key that the issues were signed with; <c>verify</c> takes it.</summary>
    internal const string KeyName = "signing-key.pem";

    internal Task WriteKeyAsync(byte[] publicKey, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(Path.Combine(root, KeyName), publicKey, cancellationToken);

    /// <summary>Reads every file of an issue from the API and writes it.</summary>
    internal async Task<WrittenIssue> WriteAsync(
        Programme programme, ListedIssue issue, ReportingClient client, TimeSpan took, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(root, issue.Period.ToString(), string.Create(CultureInfo.InvariantCulture, $"{issue.Series}-no{issue.Number}"));
        Directory.CreateDirectory(folder);
        var pages = 0;
        var length = 0L;
        foreach (var file in issue.Files)
        {
            var address = file.Href ?? throw new LocalRunException($"{issue.Id} 的文件 {file.Name} 没有地址。", $"The file {file.Name} of {issue.Id} has no address.");
            var content = await client.FileAsync(address, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), content, cancellationToken);
            if (file.Name == "bulletin.pdf")
                (pages, length) = (PagesOf(content), content.LongLength);
        }
        var industry = programme.Plans.FirstOrDefault(p => p.Id == issue.Plan)?.Industry ?? "全部产业";
        return new WrittenIssue(issue.Period, issue.Kind, industry, issue.Number, pages, length, took, folder);
    }

    /// <summary>The page tree's count, which our writer puts into the file in clear; 0 for a file that has none.</summary>
    internal static int PagesOf(byte[] pdf) =>
        PageTree().Match(Encoding.Latin1.GetString(pdf)) is { Success: true } match
            ? int.Parse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"/Type\s*/Pages\b[^>]*?/Count\s+(?<count>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex PageTree();
}

/// <summary>An issue as the closing table lists it.</summary>
/// <param name="Length">Of the PDF, in bytes.</param>
/// <param name="Took">From taking up the work to publication.</param>
internal sealed record WrittenIssue(Period Period, IssueKind Kind, string Industry, int Number, int Pages, long Length, TimeSpan Took, string Folder);
