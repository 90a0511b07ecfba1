using System.Globalization;

namespace LocalHost.Emulator;

/// <summary>A storage account of the emulator. Its key is no secret: Microsoft documents it, and the emulator listens on loopback only.</summary>
internal static class AzuriteAccount
{
    /// <summary>The key that Microsoft publishes for the emulator (learn.microsoft.com, "Use the Azurite emulator").</summary>
    internal const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <param name="number">1 for the account that every tool knows.</param>
    internal static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"devstoreaccount{number}");

    /// <summary>The value of AZURITE_ACCOUNTS for <paramref name="count"/> accounts.</summary>
    internal static string List(int count) => string.Join(';', Enumerable.Range(1, count).Select(n => $"{Name(n)}:{Key}"));

    internal static string ConnectionString(int number, Uri blob, Uri queue, Uri table) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name(number)};AccountKey={Key};"
        + $"BlobEndpoint={blob}{Name(number)};QueueEndpoint={queue}{Name(number)};TableEndpoint={table}{Name(number)};";
}
