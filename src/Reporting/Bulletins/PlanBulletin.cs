namespace Reporting.Bulletins;

internal static class PlanBulletin
{
    public static Document Compose(Snapshot snapshot) => throw new NotImplementedException();
}
