namespace Reporting.Bulletins;

/// <summary>亮灯, from good to bad, so that the worst is the greatest.</summary>
public enum Light
{
    Green,
    Yellow,
    Red,
}
