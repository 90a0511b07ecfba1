namespace Reporting.Web.Tests;

/// <summary>Entries as JSON text.</summary>
internal static class Sample
{
    public static string Task(string progress = "按计划推进。", string more = "") =>
        $$"""{"selfRating":"onTrack","percent":25,"progress":"{{progress}}","nextStep":"安装设备。"{{more}}}""";
}
