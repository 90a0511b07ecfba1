namespace Reporting.Bulletins.Assessing;

/// <summary>亮灯, from good to bad, so that the worst is the greatest.</summary>
internal enum Light
{
    Green,
    Yellow,
    Red,
}
