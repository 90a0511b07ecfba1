namespace Reporting.Bulletins.Word;

/// <summary>The styles of a bulletin, by the ids under which paragraphs name them.</summary>
internal static class StyleIds
{
    public const string Normal = "Normal";
    public const string Body = "BodyText";
    public const string Title = "Title";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Lead = "Lead";
    public const string Caption = "Caption";
    public const string Figure = "Figure";
    public const string Table = "BulletinTable";
    public const string TableHead = "TableHead";
    public const string TableText = "TableText";
    public const string TableTotal = "TableTotal";
    public const string Note = "Note";
    public const string Signature = "Signature";
    public const string SignatureDate = "Date";
    public const string Distribution = "Distribution";
    public const string PrintRun = "PrintRun";
    public const string DistributionRule = "DistributionRule";
    public const string Secrecy = "Secrecy";
    public const string MastheadProgramme = "MastheadProgramme";
    public const string MastheadName = "MastheadName";
    public const string IssueNumber = "IssueNumber";
    public const string MastheadLine = "MastheadLine";
    public const string Header = "Header";
    public const string Footer = "Footer";
}
