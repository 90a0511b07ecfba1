namespace Typesetting.Lines;

/// <summary>Full-width punctuation that fills half of its square.</summary>
internal static class Marks
{
    /// <summary>A blank smaller than this is the ordinary white around a character, in ems.</summary>
    private const float LeastBlank = 0.4f;

    /// <summary>White that is left between the ink and what follows, in ems.</summary>
    private const float Clearance = 0.03f;

    /// <summary>A mark takes at least half a square, in ems.</summary>
    private const float MostTaken = 0.5f;

    /// <summary>The blank half of a mark as its font draws it, in ems; 0 where the font draws it in the middle.</summary>
    public static float BlankHalf((float Before, float Behind) blank, CharacterClass type)
    {
        var (blankHalf, inked) = type == CharacterClass.Opening ? (blank.Before, blank.Behind) : (blank.Behind, blank.Before);
        return blankHalf < LeastBlank || inked > blankHalf ? 0 : Math.Min(blankHalf - Clearance, MostTaken);
    }
}
