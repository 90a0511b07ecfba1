namespace Typesetting.Fonts;

/// <summary>A font file that is missing, damaged or of a kind that cannot be embedded; the message names the file.</summary>
public sealed class FontException : Exception
{
    public FontException()
    {
    }

    public FontException(string message)
        : base(message)
    {
    }

    public FontException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal FontException(string path, string reasonChinese, string reason)
        : base($"字体文件“{path}”{reasonChinese}。 Font file '{path}' {reason}.")
    {
        Path = path;
    }

    /// <summary>The file as it was named by the caller.</summary>
    public string? Path { get; }
}
