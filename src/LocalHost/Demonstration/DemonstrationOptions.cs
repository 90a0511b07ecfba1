using System.Globalization;

namespace LocalHost.Demonstration;

/// <summary>What the command <c>demo</c> is told.</summary>
/// <param name="Output">The folder to write to.</param>
/// <param name="Quarters">How many quarters are told, 1 to 4.</param>
/// <param name="Settings">The other arguments, settings of the host.</param>
internal sealed record DemonstrationOptions(string Output, int Quarters, string[] Settings)
{
    private const string OutputOption = "--output";
    private const string QuartersOption = "--quarters";
    private const int MostQuarters = 4;

    /// <exception cref="LocalRunException">An option has no value, or a wrong one.</exception>
    internal static DemonstrationOptions Of(string[] args)
    {
        List<string> settings = [];
        var (output, quarters) = (Path.Combine("out", "demo"), DemonstrationRun.UsualQuarters);
        for (var i = 0; i < args.Length; i++)
        {
            // Both --name value and --name=value, as the settings take them.
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            if (name == OutputOption)
                output = value ?? Next(i++) ?? throw new LocalRunException($"{OutputOption} 后面要写文件夹。", $"{OutputOption} needs a folder.");
            else if (name == QuartersOption)
                quarters = QuartersOf(value ?? Next(i++));
            else
                settings.Add(args[i]);
        }
        return new DemonstrationOptions(output, quarters, [.. settings]);

        string? Next(int at) => at + 1 < args.Length ? args[at + 1] : null;
    }

    private static int QuartersOf(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var quarters) && quarters is >= 1 and <= MostQuarters
            ? quarters
            : throw new LocalRunException(
                $"{QuartersOption} 后面要写1至4的整数（讲到第几季度），{(value is null ? "没有写" : $"不能是“{value}”")}。",
                $"{QuartersOption} needs a whole number from 1 to 4, the quarters to tell{(value is null ? "" : $"; '{value}' is none")}.");
}
