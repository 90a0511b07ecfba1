namespace Typesetting.Fonts;

/// <summary>The fonts of a document by role.</summary>
public sealed class FontSet(FontFile body, FontFile heading, FontFile? title = null, FontFile? kai = null)
{
    public FontFile Body { get; } = body;
    public FontFile Heading { get; } = heading;
    public FontFile Title { get; } = title ?? heading;
    public FontFile Kai { get; } = kai ?? body;

    public FontFile this[FontRole role] => role switch
    {
        FontRole.Body => Body,
        FontRole.Heading => Heading,
        FontRole.Title => Title,
        FontRole.Kai => Kai,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Loads the files, each parsed once per process.</summary>
    /// <exception cref="FontException">A file is missing or cannot be embedded.</exception>
    public static FontSet Load(string bodyPath, string headingPath, string? titlePath = null, string? kaiPath = null) => new(
        FontFile.Load(bodyPath),
        FontFile.Load(headingPath),
        titlePath is null ? null : FontFile.Load(titlePath),
        kaiPath is null ? null : FontFile.Load(kaiPath));
}
