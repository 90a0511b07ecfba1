namespace Typesetting.Fonts;

/// <summary>What a face is used for; a <see cref="FontSet"/> says which font file plays the role.</summary>
public enum FontRole
{
    /// <summary>Song (宋体), or the imitation Song of an office that holds it: running text.</summary>
    Body,

    /// <summary>Hei (黑体): first-level headings.</summary>
    Heading,

    /// <summary>The face of document titles and mastheads (小标宋); <see cref="Heading"/> where none is given.</summary>
    Title,

    /// <summary>Kai (楷体): second-level headings; <see cref="Body"/> where none is given.</summary>
    Kai,
}
