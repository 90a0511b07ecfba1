namespace Reporting.Bulletins;

internal static class HalfYearSummary
{
    public static Document Compose(Snapshot snapshot) => throw new NotImplementedException();
}
