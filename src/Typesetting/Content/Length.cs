namespace Typesetting.Content;

/// <summary>Converts lengths to the points (1/72 inch) that everything here is measured in.</summary>
public static class Length
{
    public static double Millimetres(double value) => value * 72 / 25.4;
}
