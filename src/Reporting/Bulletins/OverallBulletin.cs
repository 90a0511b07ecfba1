namespace Reporting.Bulletins;

internal static class OverallBulletin
{
    public static Document Compose(Snapshot snapshot) => throw new NotImplementedException();
}
