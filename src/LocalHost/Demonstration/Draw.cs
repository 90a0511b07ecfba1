using System.Text;

namespace LocalHost.Demonstration;

/// <summary>
/// Draws numbers that depend on their name alone: the same name gives the same number on every machine, in every release of .NET and in
/// whatever order the names are drawn (unlike a random generator with a seed).
/// </summary>
internal static class Draw
{
    private const string Seed = "henan-demonstration-1";

    /// <summary>A whole number from <paramref name="first"/> to <paramref name="last"/>, both inclusive.</summary>
    internal static int Between(int first, int last, params ReadOnlySpan<string> name) =>
        first + (int)(Hash(name) % (ulong)(last - first + 1));

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both inclusive, with <paramref name="decimals"/> places.</summary>
    internal static decimal Between(decimal first, decimal last, int decimals, params ReadOnlySpan<string> name)
    {
        var steps = 1m;
        for (var i = 0; i < decimals; i++)
            steps *= 10;
        return Between((int)(first * steps), (int)(last * steps), name) / steps;
    }

    /// <summary>FNV-1a over the name, finished as in SplitMix64, since FNV's low bits alone repeat for names that differ in one letter.</summary>
    private static ulong Hash(ReadOnlySpan<string> name)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var value in Encoding.UTF8.GetBytes($"{Seed}|{string.Join('|', name)}"))
                hash = (hash ^ value) * 1099511628211UL;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return hash ^ (hash >> 31);
        }
    }
}
