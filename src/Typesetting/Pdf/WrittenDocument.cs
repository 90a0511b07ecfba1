namespace Typesetting.Pdf;

/// <summary>What was written: the number of pages and of bytes.</summary>
public sealed record WrittenDocument(int Pages, long Bytes);
