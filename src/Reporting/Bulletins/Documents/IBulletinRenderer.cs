namespace Reporting.Bulletins.Documents;

/// <summary>Writes a document in one file form.</summary>
public interface IBulletinRenderer
{
    /// <summary>The file's name within a published issue, e.g. <c>bulletin.pdf</c>.</summary>
    string FileName { get; }

    /// <summary>The same document always gives the same bytes.</summary>
    byte[] Render(Document document);
}
