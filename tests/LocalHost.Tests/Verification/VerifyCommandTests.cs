using LocalHost.Tests.Demonstration;
using Testing;

namespace LocalHost.Tests.Verification;

/// <summary>The command a person types who has the files, the key, and nobody's word.</summary>
[Collection(TwoDemonstrations.Collection)]
public sealed class VerifyCommandTests(TwoDemonstrations demonstrations) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Key => Path.Combine(demonstrations.First, "signing-key.pem");

    private string Quarter => Path.Combine(demonstrations.First, "2012Q1");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EveryIssueOfAQuarter_Holds()
    {
        var (exitCode, output) = await VerifyAsync(Quarter, "--key", Key);

        Assert.Equal(0, exitCode);
        Assert.Contains("核验15期，15期通过，0期不通过。", output, StringComparison.Ordinal);
        Assert.DoesNotContain("not checked", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedFile_IsNamed()
    {
        var issue = CopyOfAnIssue();
        var changed = Path.Combine(issue, "bulletin.docx");
        var bytes = await File.ReadAllBytesAsync(changed, Cancelled);
        bytes[bytes.Length / 3] ^= 4;
        await File.WriteAllBytesAsync(changed, bytes, Cancelled);

        var (exitCode, output) = await VerifyAsync(issue, "--key", Key);

        Assert.Equal(1, exitCode);
        Assert.Matches("× files +bulletin.docx", output);
        Assert.Matches(@"\+ signature +manifest.sig", output);
        Assert.Contains("1 issues verified: 0 hold, 1 do not.", output, StringComparison.Ordinal);
    }

    /// <summary>Whoever takes the manifest away must not have the issue passed over.</summary>
    [Fact]
    public async Task IssueWithoutItsManifest_DoesNotHold()
    {
        File.Delete(Path.Combine(CopyOfAnIssue(), "manifest.json"));

        var (exitCode, output) = await VerifyAsync(folder.Path, "--key", Key);

        Assert.Equal(1, exitCode);
        Assert.Matches("× files +manifest.json", output);
    }

    [Fact]
    public async Task AnotherKey_DoesNotHold()
    {
        using var another = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var key = Path.Combine(folder.Path, "another.pem");
        await File.WriteAllTextAsync(key, another.ExportSubjectPublicKeyInfoPem(), Cancelled);

        var (exitCode, output) = await VerifyAsync(Directory.EnumerateDirectories(Quarter).First(), "--key", key);

        Assert.Equal(1, exitCode);
        Assert.Matches("× signature +manifest.sig", output);
    }

    [Theory]
    [InlineData("用法：verify 文件夹 --key 公钥.pem", ".")]
    [InlineData("There is no folder nowhere.", "nowhere", "--key", "none.pem")]
    [InlineData("There is no key file none.pem.", ".", "--key", "none.pem")]
    [InlineData("is no public key as PEM.", ".", "--key", "not-a-key.pem")]
    [InlineData("There is no issue (manifest.json) in the folder .", ".", "--key", "key.pem")]
    public async Task WhatIsMissing_IsSaid(string said, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "not-a-key.pem"), "a letter", Cancelled);
        File.Copy(Key, Path.Combine(folder.Path, "key.pem"));

        var (exitCode, output) = await VerifyAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private string CopyOfAnIssue()
    {
        var issue = Directory.CreateDirectory(Path.Combine(folder.Path, "issue")).FullName;
        foreach (var file in Directory.EnumerateFiles(Directory.EnumerateDirectories(Quarter).Order(StringComparer.Ordinal).First()))
            File.Copy(file, Path.Combine(issue, Path.GetFileName(file)));
        return issue;
    }

    private async Task<(int ExitCode, string Output)> VerifyAsync(params string[] arguments)
    {
        using var host = HostProcess.Start(folder.Path, null, ["verify", .. arguments]);
        return (await host.ExitedAsync(Cancelled), host.Output);
    }
}
