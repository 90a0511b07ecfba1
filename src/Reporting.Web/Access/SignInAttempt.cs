namespace Reporting.Web.Access;

/// <summary>Marks an endpoint that tries a key: unless it lets somebody in, it is counted like a failed authentication.</summary>
internal sealed class SignInAttempt;
