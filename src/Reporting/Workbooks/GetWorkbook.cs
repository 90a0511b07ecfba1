using Reporting.Access;
using Reporting.Workbooks.Writing;

namespace Reporting.Workbooks;

/// <summary>A workbook as a file.</summary>
/// <param name="Name">What a clerk saves it as.</param>
public sealed record WorkbookFile(string Name, byte[] Content);

/// <summary>Makes the workbook of a unit and period: what the unit owes as rows, with what is entered already and last period's values.</summary>
public sealed class GetWorkbook(UnitForms forms)
{
    public async Task<Outcome<WorkbookFile>> RunAsync(Caller caller, WorkbookAddress address, CancellationToken cancellation)
    {
        var found = forms.Find(caller, address);
        if (found.Value is not { } quarter)
            return found.Refusals.ToList();
        var form = await forms.ReadAsync(quarter, withEarlier: true, cancellation);
        return new WorkbookFile($"{Notes.TitleOf(form)}.xlsx", WorkbookWriter.Write(form));
    }
}
