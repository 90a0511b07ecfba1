using Reporting.Publishing;
using Reporting.Web.Access;

namespace Reporting.Web.Pages;

/// <summary>The files of an issue as the pages name and link them.</summary>
internal static class IssueFiles
{
    private static readonly (string File, string Name)[] Reading = [("html", "网页"), ("pdf", "PDF"), ("docx", "Word")];

    private static readonly (string File, string Name)[] Proof = [("snapshot", "快照"), ("trace", "溯源"), ("manifest", "清单"), ("signature", "签名")];

    /// <summary>Those that people read.</summary>
    public static IEnumerable<(string File, string Name)> ToRead(PublishedIssue issue) => Reading.Where(file => Has(issue, file.File));

    /// <summary>Those that prove where the figures come from.</summary>
    public static IEnumerable<(string File, string Name)> ToCheck(PublishedIssue issue) => Proof.Where(file => Has(issue, file.File));

    public static string Address(PublishedIssue issue, string file) => $"{PortalSignIn.Root}/{issue.Key.Programme}/issues/{issue.Id}/{file}";

    private static bool Has(PublishedIssue issue, string file) => issue.Files.Any(stored => stored.Name == GetIssueFile.ShortNames[file]);
}
