namespace Typesetting.Content;

/// <summary>A document that cannot be set as it was handed in: a number out of its range, a table whose rows do not fit its columns; the message names block and field.</summary>
public sealed class ContentException : ArgumentException
{
    public ContentException()
    {
    }

    public ContentException(string message)
        : base(message)
    {
    }

    public ContentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
