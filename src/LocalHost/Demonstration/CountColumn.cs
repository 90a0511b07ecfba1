using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LocalHost.Demonstration;

/// <summary>Shows how many of a step's parts are done, e.g. <c>17/162</c>.</summary>
internal sealed class CountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}"));
}
