using System.Net;
using System.Net.NetworkInformation;

namespace Reporting.Delivery.Webhooks;

/// <summary>The networks that this host stands in by itself; with addresses of the public network too, they are its neighbours.</summary>
internal static class OwnNetworks
{
    /// <summary>Whether the address lies in a network of one of the host's interfaces, as they are now.</summary>
    public static bool Hold(IPAddress address) => Hold(
        address, NetworkInterface.GetAllNetworkInterfaces().SelectMany(at => at.GetIPProperties().UnicastAddresses).Select(at => (at.Address, at.PrefixLength)));

    internal static bool Hold(IPAddress address, IEnumerable<(IPAddress Address, int PrefixLength)> own)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return own.Any(at => at.Address.AddressFamily == plain.AddressFamily && new IPNetwork(First(at.Address, at.PrefixLength), at.PrefixLength).Contains(plain));
    }

    /// <summary>The first address of the network.</summary>
    private static IPAddress First(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPAddress(bytes);
    }
}
