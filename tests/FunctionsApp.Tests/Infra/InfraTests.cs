using System.Text.Json;

namespace FunctionsApp.Tests.Infra;

public sealed class InfraTests(CompiledTemplate template) : IClassFixture<CompiledTemplate>
{
    [Fact]
    public void Template_CompilesAndLintsWithoutAWord()
    {
        Assert.Equal("", template.LintOutput);
        Assert.Equal(0, template.LintExitCode);
        Assert.Equal("", template.BuildOutput);
        Assert.Equal("", template.ParametersOutput);
    }

    [Fact]
    public void Roles_AreThoseTheAppNeeds()
    {
        var roles = template.Variables.GetProperty("storageRoles").EnumerateObject().Select(r => r.Value.GetString());
        var other = new[] { "monitoringMetricsPublisher", "keyVaultSecretsUser" }.Select(v => template.Variables.GetProperty(v).GetString());

        // Storage Blob Data Owner, Queue Data Contributor, Table Data Contributor; Monitoring Metrics Publisher; Key Vault Secrets User.
        Assert.Equal(
            ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"], roles);
        Assert.Equal(["3913510d-42f4-4e42-8a64-420c390055eb", "4633458b-17de-408a-b874-0445c86b69e6"], other);
        Assert.Equal(3, template.Resources("Microsoft.Authorization/roleAssignments").Count());
        Assert.All(
            template.Resources("Microsoft.Authorization/roleAssignments"),
            r => Assert.Contains("identity", Property(r, "principalId"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Storage__BlobServiceUri")]
    [InlineData("Storage__QueueServiceUri")]
    [InlineData("Storage__TableServiceUri")]
    [InlineData("Storage__clientId")]
    [InlineData("AZURE_CLIENT_ID")]
    [InlineData("Signing__PrivateKey")]
    [InlineData("Publishing__Demonstration")]
    [InlineData("AzureWebJobsStorage__blobServiceUri")]
    public void Setting_IsGivenToTheApp(string name)
    {
        var settings = template.Resources("Microsoft.Web/sites/config").Single().GetProperty("properties").GetRawText();

        Assert.Contains($"'{name}'", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_HoldNoKeyAndNoConnectionString()
    {
        var settings = template.Resources("Microsoft.Web/sites/config").Single().GetProperty("properties").GetRawText();

        Assert.DoesNotContain("AccountKey", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listKeys", template.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ConnectionString'", settings.Replace("APPLICATIONINSIGHTS_CONNECTION_STRING'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("@Microsoft.KeyVault(", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_TakesNoSharedKeyNoPublicReaderAndNoOldTls()
    {
        var storage = template.Resources("Microsoft.Storage/storageAccounts").Single().GetProperty("properties");

        Assert.False(storage.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(storage.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.True(storage.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", storage.GetProperty("minimumTlsVersion").GetString());
    }

    [Fact]
    public void App_RunsOnFlexConsumptionWithTheIsolatedWorkerOfNet10()
    {
        var runtime = template.Resources("Microsoft.Web/sites").Single().GetProperty("properties").GetProperty("functionAppConfig").GetProperty("runtime");
        var plan = template.Resources("Microsoft.Web/serverfarms").Single().GetProperty("sku");

        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.GetProperty("name").GetString(), runtime.GetProperty("version").GetString()));
        Assert.Equal("FC1", plan.GetProperty("name").GetString());
    }

    private static string Property(JsonElement resource, string name) => resource.GetProperty("properties").GetProperty(name).GetString() ?? "";
}
