namespace Reporting.Bulletins.Documents;

/// <summary>Where office and date stand at the end of the text (GB/T 9704-2012, 7.3.5).</summary>
/// <param name="OfficeRight">Blank behind the office, in full-width characters.</param>
/// <param name="DateLeft">Blank before the date, in full-width characters.</param>
/// <param name="LinesAbove">Blank lines between text and office.</param>
/// <param name="LinesBelow">Lines behind the date that a seal needs.</param>
public readonly record struct SignaturePlace(double OfficeRight, double DateLeft, int LinesAbove, int LinesBelow)
{
    /// <summary>A digit takes half of a full-width character.</summary>
    private const double DigitWidth = 0.5;

    /// <param name="lineLength">Full-width characters in a line.</param>
    public static SignaturePlace Of(SignatureBlock signature, int lineLength) =>
        signature.Sealed ? Sealed(signature, lineLength) : Unsealed(signature, lineLength);

    /// <summary>7.3.5.2: a blank line, the office two characters from the right, the date beginning two characters after the office does.</summary>
    private static SignaturePlace Unsealed(SignatureBlock signature, int lineLength) =>
        new(2, Math.Max(0, lineLength - signature.Office.Length), 1, 0);

    /// <summary>
    /// 7.3.5.1: the date four characters from the right and the office centred over it, or the other way round where the office is the longer
    /// by so much that it would come nearer than two. A seal of 42 mm centred on both begins within a line of the text and ends a line below.
    /// </summary>
    private static SignaturePlace Sealed(SignatureBlock signature, int lineLength)
    {
        var date = signature.Date.Text.Sum(c => char.IsAsciiDigit(c) ? DigitWidth : 1);
        var longer = (signature.Office.Length - date) / 2;
        var officeRight = Math.Max(2, 4 - longer);
        return new SignaturePlace(officeRight, Math.Max(0, lineLength - officeRight - longer - date), 2, 1);
    }
}
