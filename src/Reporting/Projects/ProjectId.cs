using System.Diagnostics.CodeAnalysis;
using Reporting.Catalogue;

namespace Reporting.Projects;

/// <summary>A project's id: its plan, <c>-P</c> and a number of at least three digits, e.g. <c>automotive-P001</c>; added projects continue the numbers.</summary>
internal static class ProjectId
{
    private static readonly NumberedId Form = new("-P");

    public static string Of(string plan, int number) => Form.Of(plan, number);

    /// <summary>The plan that the id begins with; false when it is no id of a plan of the programme.</summary>
    public static bool TryFindPlan(Programme programme, string id, [NotNullWhen(true)] out Plan? plan) => Form.TryFindPlan(programme, id, out plan);

    /// <summary>The number; 0 for what is no project's id.</summary>
    public static int NumberOf(string id) => Form.NumberOf(id);
}
