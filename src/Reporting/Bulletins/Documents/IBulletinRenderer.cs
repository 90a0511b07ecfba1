namespace Reporting.Bulletins.Documents;

/// <summary>Writes a composed issue as a file; no arithmetic, no clock, no storage: the same document gives the same bytes.</summary>
public interface IBulletinRenderer
{
    /// <summary>e.g. <c>bulletin.pdf</c>.</summary>
    string FileName { get; }

    /// <summary>Name and version of what writes the file, e.g. <c>Typesetting 0.1.0</c>; the manifest names it, since another one may give other bytes.</summary>
    string Engine { get; }

    byte[] Render(Document document);
}
