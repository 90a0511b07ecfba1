namespace LocalHost;

/// <summary>A local run cannot start or go on; the message says, in Chinese and in English, what is wrong and what to do about it.</summary>
public sealed class LocalRunException : Exception
{
    public LocalRunException(string chinese, string english)
        : base($"{chinese}{Environment.NewLine}{english}")
    {
    }

    public LocalRunException()
    {
    }

    public LocalRunException(string message)
        : base(message)
    {
    }

    public LocalRunException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
