namespace Reporting.Storage;

/// <summary>The queue <c>work</c>: which issue may be due.</summary>
public sealed class WorkQueue(StorageConnection storage) : HintQueue(storage, Name)
{
    /// <summary>The queue's name without the configured prefix, as a queue trigger names it.</summary>
    public const string Name = StorageNames.Work;
}
