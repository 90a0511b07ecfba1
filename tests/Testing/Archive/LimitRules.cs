using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Testing.Archive;

/// <summary>The limits of a conforming reader (6.1.12; PDF Reference 1.4, appendix C).</summary>
internal static class LimitRules
{
    public static IEnumerable<string> FaultsOf(TaggedPdf file)
    {
        var seen = new HashSet<IndirectReference>();
        var waiting = new Stack<IToken>([file.Catalogue]);
        while (waiting.TryPop(out var token))
        {
            switch (token)
            {
                case IndirectReferenceToken reference when seen.Add(reference.Data):
                    if (file.Resolve(reference) is { } held)
                        waiting.Push(held);
                    break;
                case StreamToken stream:
                    waiting.Push(stream.StreamDictionary);
                    break;
                case ArrayToken array:
                    foreach (var entry in array.Data)
                        waiting.Push(entry);
                    break;
                case DictionaryToken dictionary:
                    foreach (var entry in dictionary.Data.Values)
                        waiting.Push(entry);
                    break;
            }

            if (FaultOf(token) is { } fault)
                yield return "6.1.12: " + fault;
        }
    }

    private static string? FaultOf(IToken token) => token switch
    {
        ArrayToken { Data.Count: > 8191 } array => $"an array has {array.Data.Count} entries.",
        DictionaryToken { Data.Count: > 4095 } dictionary => $"a dictionary has {dictionary.Data.Count} entries.",
        HexToken { Bytes.Length: > 65535 } text => $"a string has {text.Bytes.Length} bytes.",
        StringToken { Data.Length: > 65535 } text => $"a string has {text.Data.Length} bytes.",
        NameToken { Data.Length: > 127 } name => $"name {name.Data} is too long.",
        NumericToken number when Math.Abs(number.Double) > 32767 && number.Double != Math.Floor(number.Double) => $"{number.Double} is no real number of a reader.",
        NumericToken number when Math.Abs(number.Double) > int.MaxValue => $"{number.Double} is no integer of a reader.",
        _ => null,
    };
}
