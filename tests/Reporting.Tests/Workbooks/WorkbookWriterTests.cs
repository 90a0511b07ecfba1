using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;
using Reporting.Workbooks.Writing;

namespace Reporting.Tests.Workbooks;

public sealed class WorkbookWriterTests
{
    private static readonly Period Second = new(2012, 2);

    public static TheoryData<string> Units { get; } = [.. Obligation.Of(Henan2012.Programme, Second).Select(o => o.Unit).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Units))]
    public void Workbook_IsValid_InBothItsStates(string unit)
    {
        foreach (var form in new[] { GivenForm.Empty(unit, new Period(2012, 1)), GivenForm.WithEarlier(unit, Second) })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write(form)), isEditable: false);

            var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2007).Validate(document, TestContext.Current.CancellationToken);

            Assert.Empty(faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
        }
    }

    [Fact]
    public void Workbook_IsTheSameBytes_WhenWrittenAgain()
    {
        var form = GivenForm.WithEarlier("zhengzhou", Second);

        Assert.Equal(WorkbookWriter.Write(form), WorkbookWriter.Write(form));
    }
}
