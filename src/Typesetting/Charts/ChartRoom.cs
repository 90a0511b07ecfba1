using Typesetting.Content;
using Typesetting.Content.Checks;

namespace Typesetting.Charts;

/// <summary>Refuses charts that the page is too narrow for.</summary>
internal static class ChartRoom
{
    /// <summary>In points: in less, bars cannot be compared.</summary>
    private const double Narrowest = 60;

    /// <param name="width">Left for bars or columns, in points.</param>
    /// <exception cref="ContentException">It is too little.</exception>
    public static void Require(double width, ContentPlace place)
    {
        if (width < Narrowest)
            throw place.Refusal("横向空间不够：版心太窄，或名称、数值太长", "the text area is too narrow, or its labels and values are too long");
    }
}
