namespace Reporting.Catalogue;

/// <summary>What an office decides about the form of its issues (版式要素), beside what GB/T 9704-2012 fixes.</summary>
/// <param name="OverAll">Of what is issued over all plans.</param>
/// <param name="PerPlan">Of what is issued on one plan.</param>
public sealed record IssueForms(IssueForm OverAll, IssueForm PerPlan);

/// <summary>The form of an issue where offices differ.</summary>
/// <param name="Secrecy">The mark at the upper left of the first page (GB/T 9704, 7.2.2), e.g. 内部资料; null for none.</param>
/// <param name="Sealed">True where a seal is put over the signature, which then is set with room for it (7.3.5.1); false for 7.3.5.2.</param>
/// <param name="Distribution">The lines at the end of the last page, in order; at least one.</param>
/// <param name="Copies">The print run (共印 N 份); null where it is not said.</param>
public sealed record IssueForm(string? Secrecy, bool Sealed, IReadOnlyList<Recipients> Distribution, int? Copies);

/// <summary>A line of the distribution (报, 送, 发).</summary>
/// <param name="Label">One or two characters, e.g. 报.</param>
/// <param name="Names">Who receives it, as printed, without a full stop, e.g. 省委、省政府领导.</param>
public sealed record Recipients(string Label, string Names);
