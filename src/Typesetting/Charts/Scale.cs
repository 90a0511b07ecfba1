using System.Globalization;

namespace Typesetting.Charts;

/// <summary>A straight scale in round steps: 1, 2 or 5 times a power of ten, zero among them, both ends on a step.</summary>
internal readonly record struct Scale
{
    /// <summary>Steps that are aimed at; there are at most half as many again, and two for each side of zero.</summary>
    private const int FewSteps = 5;

    /// <summary>A range below it is as good as none.</summary>
    private const double Least = 1e-9;

    private readonly int factor;
    private readonly int exponent;
    private readonly int first;
    private readonly int last;

    private Scale(int factor, int exponent, int first, int last) => (this.factor, this.exponent, this.first, this.last) = (factor, exponent, first, last);

    /// <summary>The number of steps.</summary>
    public int Steps => last - first;

    /// <summary>How many steps a step stands above zero.</summary>
    public int StepsFromZero(int step) => first + step;

    public double From => ValueOf(first);

    public double To => ValueOf(last);

    /// <summary>The scale that holds zero and both values.</summary>
    public static Scale Over(double least, double most)
    {
        (least, most) = (Math.Min(0, least), Math.Max(0, most));
        if (most - least < Least)
            (least, most) = (0, 1);
        var range = most - least;
        var exponent = (int)Math.Floor(Math.Log10(range / FewSteps));
        var rough = range / FewSteps / Math.Pow(10, exponent);
        // The bounds are the geometric means of neighbouring steps, so that the number of steps comes nearest to what is aimed at.
        var factor = rough < Math.Sqrt(2) ? 1 : rough < Math.Sqrt(10) ? 2 : rough < Math.Sqrt(50) ? 5 : 10;
        if (factor == 10)
            (factor, exponent) = (1, exponent + 1);
        var step = factor * Math.Pow(10, exponent);
        return new Scale(factor, exponent, -Count(-least / step), Math.Max(Count(most / step), least < 0 ? 0 : 1));
    }

    /// <summary>The value of a step, counted from the lower end.</summary>
    public double this[int step] => ValueOf(first + step);

    /// <summary>Where a value stands between the ends, 0 to 1.</summary>
    public double Share(double value) => (value - From) / (To - From);

    /// <summary>A step's value in digits, with as many decimals as the steps have.</summary>
    public string TextOf(int step)
    {
        var count = (long)(first + step) * factor;
        var sign = count < 0 ? "−" : "";
        var digits = Math.Abs(count).ToString(CultureInfo.InvariantCulture);
        if (count == 0)
            return "0";
        if (exponent >= 0)
            return sign + digits + new string('0', exponent);
        digits = digits.PadLeft(1 - exponent, '0');
        return $"{sign}{digits[..^-exponent]}.{digits[^-exponent..]}";
    }

    /// <summary>Steps needed for so many; what rounding adds needs no step of its own.</summary>
    private static int Count(double steps) => (int)Math.Ceiling(steps - 1e-9);

    private double ValueOf(int count) => exponent >= 0 ? (double)count * factor * Math.Pow(10, exponent) : (double)count * factor / Math.Pow(10, -exponent);
}
