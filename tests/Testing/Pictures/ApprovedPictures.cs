using System.Globalization;

namespace Testing.Pictures;

/// <summary>
/// The pictures of pages that somebody has looked at and approved: <c>name-1.png</c>, <c>name-2.png</c> … in a folder of the repository.
/// With APPROVE_PICTURES=1 they are rewritten where they differ.
/// </summary>
/// <param name="outputFolder">Gets what differs.</param>
internal sealed class ApprovedPictures(string folder, string outputFolder, bool approving, int pixelsPerInch = PagePictures.PixelsPerInch)
{
    private const string Switch = "APPROVE_PICTURES";

    /// <summary>The pictures in TestData/Pictures of a test project; what differs is written to out/pictures.</summary>
    public static ApprovedPictures Of(string testProject) => new(
        Repository.Path("tests", testProject, "TestData", "Pictures"),
        Repository.Path("out", "pictures", testProject),
        IsSwitchedOn());

    /// <summary>The pictures of pages that the README shows.</summary>
    public static ApprovedPictures OfDocumentation { get; } =
        new(Repository.Path("docs", "images"), Repository.Path("out", "pictures", "docs"), IsSwitchedOn(), pixelsPerInch: 110);

    /// <summary>Fails where a page of the document does not look as approved, is missing or has come in addition.</summary>
    /// <param name="options">Further options of pdftoppm, such as which pages to draw.</param>
    public async Task RequireAsync(string name, byte[] pdf, CancellationToken cancellationToken, params string[] options)
    {
        var pages = await PagePictures.OfAsync(pdf, pixelsPerInch, cancellationToken, options);
        foreach (var earlier in Pngs(outputFolder).Where(file => NumberOf(file, name) > 0))
            File.Delete(earlier);
        var faults = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            if (FaultOf($"{name}-{(i + 1).ToString(CultureInfo.InvariantCulture)}", pages[i]) is { } fault)
                faults.Add(fault);
        }

        foreach (var file in Pngs(folder).Where(file => NumberOf(file, name) > pages.Count))
        {
            if (approving)
                File.Delete(file);
            else
                faults.Add($"{file} shows a page that the document does not have.");
        }

        var whole = Path.Combine(outputFolder, name + ".pdf");
        if (faults.Count == 0)
        {
            // Unlike a file, a folder must be there to delete from it.
            if (File.Exists(whole))
                File.Delete(whole);
            return;
        }

        Directory.CreateDirectory(outputFolder);
        await File.WriteAllBytesAsync(whole, pdf, cancellationToken);
        Assert.Fail(string.Join(Environment.NewLine, [.. faults, $"The whole document is {whole}.", Advice]));
    }

    /// <summary>Fails where a picture belongs to no document any more.</summary>
    public void RequireNoneBut(IEnumerable<string> names)
    {
        var known = names.ToList();
        var stale = Pngs(folder).Where(file => !known.Exists(name => NumberOf(file, name) > 0)).ToList();
        if (approving)
            stale.ForEach(File.Delete);
        else
            Assert.True(stale.Count == 0, string.Join(Environment.NewLine, ["These pictures belong to no document:", .. stale, Advice]));
    }

    private static string Advice =>
        $"Look at each page at its full size; where all is as it should be, run the test again with {Switch}=1 and commit the pictures.";

    private string? FaultOf(string page, Picture actual)
    {
        var (file, actualFile, differenceFile) =
            (Path.Combine(folder, page + ".png"), Path.Combine(outputFolder, page + ".actual.png"), Path.Combine(outputFolder, page + ".difference.png"));
        var approved = File.Exists(file) ? Picture.Read(file) : null;
        var difference = approved is null ? null : PictureDifference.Between(approved, actual);
        if (difference is { IsAllowed: true })
            return null;
        if (approving)
        {
            actual.Write(file);
            return null;
        }

        actual.Write(actualFile);
        if (approved is null || difference is null)
            return $"{page} has no approved picture; the page is {actualFile}.";
        PictureDifference.Show(approved, actual).Write(differenceFile);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{page} differs by {difference.Worst:0} (allowed {PictureDifference.Allowed}) {Millimetres(difference.X):0} mm from the left and {Millimetres(difference.Y):0} mm from the top; see {actualFile} and {differenceFile}.");
    }

    private double Millimetres(int pixels) => pixels * 25.4 / pixelsPerInch;

    private static string[] Pngs(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal)] : [];

    /// <summary>The page that a file (<c>name-1.png</c>, <c>name-1.actual.png</c>) shows of a document; 0 when it shows none of it.</summary>
    private static int NumberOf(string file, string name)
    {
        var stem = Path.GetFileName(file).Split('.')[0];
        return stem.StartsWith(name + "-", StringComparison.Ordinal)
            && int.TryParse(stem.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }

    private static bool IsSwitchedOn()
    {
        var on = Environment.GetEnvironmentVariable(Switch) == "1";
        return on && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidOperationException($"{Switch} is for people who look at the pictures; it is not to be set where CI is.")
            : on;
    }
}
