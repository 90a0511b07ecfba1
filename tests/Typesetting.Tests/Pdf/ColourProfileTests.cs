using System.Buffers.Binary;
using System.Text;
using Typesetting.Pdf;

namespace Typesetting.Tests.Pdf;

public sealed class ColourProfileTests
{
    /// <summary>IEC 61966-2-1: stored value to linear light.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0.0030353)]
    [InlineData(11, 0.0033465)]
    [InlineData(128, 0.2158605)]
    [InlineData(188, 0.5028865)]
    [InlineData(255, 1)]
    public void Curve_IsThatOfSRgb_ForEveryColour(int stored, double linear)
    {
        foreach (var tag in (string[])["rTRC", "gTRC", "bTRC"])
        {
            var curve = Tag(tag);
            Assert.Equal("curv", Encoding.ASCII.GetString(curve[..4]));
            Assert.Equal(256, BinaryPrimitives.ReadInt32BigEndian(curve[8..]));
            Assert.Equal(linear, BinaryPrimitives.ReadUInt16BigEndian(curve[(12 + (2 * stored))..]) / 65535.0, 0.00001);
        }
    }

    [Fact]
    public void Colours_AddUpToTheWhiteOfTheConnectionSpace()
    {
        // D50 as ICC.1 has it; what red, green and blue have too much or too little is lost in 16 bits.
        double[] white = [0.9642, 1.0, 0.8249];
        for (var i = 0; i < 3; i++)
            Assert.Equal(white[i], ((string[])["rXYZ", "gXYZ", "bXYZ"]).Sum(tag => BinaryPrimitives.ReadInt32BigEndian(Tag(tag)[(8 + (4 * i))..]) / 65536.0), 0.0005);
    }

    private static ReadOnlySpan<byte> Tag(string name)
    {
        ReadOnlySpan<byte> profile = ColourProfile.Bytes;
        Assert.Equal(profile.Length, BinaryPrimitives.ReadInt32BigEndian(profile));
        for (var i = 0; i < BinaryPrimitives.ReadInt32BigEndian(profile[128..]); i++)
        {
            var record = profile.Slice(132 + (12 * i), 12);
            if (Encoding.ASCII.GetString(record[..4]) == name)
                return profile.Slice(BinaryPrimitives.ReadInt32BigEndian(record[4..]), BinaryPrimitives.ReadInt32BigEndian(record[8..]));
        }

        throw new InvalidOperationException($"The profile has no {name}.");
    }
}
