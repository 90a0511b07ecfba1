using Reporting.Access;

namespace Reporting.Web.Pages;

/// <summary>Who looks at a page.</summary>
/// <param name="Caller">Null while nobody has signed in.</param>
/// <param name="FormToken">What the page's forms send back, so that they are known as forms of ours.</param>
public sealed record Reader(Caller? Caller, string FormToken);
