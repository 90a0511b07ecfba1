namespace Reporting.Tick;

/// <summary>Another handler has taken the piece over, because our lease ran out.</summary>
internal sealed class ClaimLostException(string issue) : Exception($"The claim on {issue} is lost.");
