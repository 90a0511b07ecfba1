using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Reporting.Publishing;
using Testing;

namespace Reporting.Tests.Publishing;

public sealed class SigningTests
{
    private static readonly byte[] Text = "{}"u8.ToArray();

    [Fact]
    public void Signer_UsesTheKeyOfTheSettings()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = Signer(new SigningOptions { PrivateKey = key.ExportPkcs8PrivateKeyPem() });

        Assert.Equal(key.ExportSubjectPublicKeyInfoPem() + "\n", signer.PublicKey);
        Assert.True(key.VerifyData(Text, signer.Sign(Text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public void KeyFile_IsMadeOnceAndKept()
    {
        using var folder = new TemporaryFolder();
        var options = new SigningOptions { PrivateKeyFile = Path.Combine(folder.Path, "keys", "signing.pem") };

        using var first = Signer(options);
        using var second = Signer(options);

        Assert.Equal(first.PublicKey, second.PublicKey);
        Assert.True(ManifestSigner.Verify(Text, first.Sign(Text), second.PublicKey));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Path, "keys")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.PrivateKeyFile));
    }

    [Fact]
    public void KeyFile_IsOne_WhenManyStartAtOnce()
    {
        // The race is narrow: one round in some hundreds went wrong when the file was moved into place.
        for (var round = 0; round < 100; round++)
        {
            using var folder = new TemporaryFolder();
            var options = new SigningOptions { PrivateKeyFile = Path.Combine(folder.Path, "signing.pem") };
            var keys = new string[8];

            Parallel.For(0, keys.Length, i =>
            {
                using var signer = Signer(options);
                keys[i] = signer.PublicKey;
            });

            Assert.Single(keys.Distinct());
        }
    }

    [Fact]
    public void Signer_HasAKey_WhenNoneIsSet()
    {
        using var signer = Signer(new SigningOptions());

        Assert.True(ManifestSigner.Verify(Text, signer.Sign(Text), signer.PublicKey));
    }

    [Fact]
    public void KeyFile_StopsTheStart_WhenItHoldsNoKey()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "signing.pem");
        File.WriteAllText(path, "no key");

        var refused = Assert.Throws<CryptographicException>(() => Signer(new SigningOptions { PrivateKeyFile = path }));

        Assert.Contains("Signing:PrivateKeyFile", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("no key", false)]
    [InlineData("nistP256", true)]
    [InlineData("nistP384", false)]
    [InlineData("public", false)]
    public void Setting_IsChecked(string key, bool taken)
    {
        using var curve = ECDsa.Create(key == "nistP384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        var text = key switch
        {
            "nistP256" or "nistP384" => curve.ExportECPrivateKeyPem(),
            "public" => curve.ExportSubjectPublicKeyInfoPem(),
            _ => key,
        };

        var result = new SigningOptions.Validation().Validate(null, new SigningOptions { PrivateKey = text });

        Assert.Equal(taken, result.Succeeded);
        if (!taken)
            Assert.Contains("Signing:PrivateKey", result.FailureMessage, StringComparison.Ordinal);
    }

    private static ManifestSigner Signer(SigningOptions options) => new(Options.Create(options), NullLogger<ManifestSigner>.Instance);
}
