using System.Text;

namespace Reporting.Collecting;

/// <summary>Which characters a bulletin can show; asked before an entry is stored, since one that cannot be set would hold up every issue it goes into.</summary>
public interface ICharacterRepertoire
{
    /// <summary>The first character of <paramref name="text"/> that cannot be shown; null when all can. Line feeds always can.</summary>
    /// <param name="text">Well-formed UTF-16.</param>
    Rune? FirstMissing(string text);
}
