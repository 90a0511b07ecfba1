namespace Reporting.Workbooks.Reading;

/// <summary>Why a file is no workbook that can be read.</summary>
internal enum WorkbookFault
{
    /// <summary>Something else: text, a picture, a document.</summary>
    NoWorkbook,

    /// <summary>An .xls of old, or an .xlsx with a password; both are kept in the same container.</summary>
    OldOrEncrypted,

    /// <summary>Damaged, or not as a spreadsheet program writes it.</summary>
    Broken,

    /// <summary>More parts, rows or bytes than any report has.</summary>
    TooLarge,

    /// <summary>With macros.</summary>
    Macros,
}

/// <summary>Ends the reading of a file that cannot be read; never leaves this folder but as a refusal.</summary>
internal sealed class WorkbookException(WorkbookFault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    public WorkbookFault Fault { get; } = fault;
}
