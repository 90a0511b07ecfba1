using System.Text.Json;
using System.Text.RegularExpressions;

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
    [InlineData("Delivery__Webhook__Key")]
    [InlineData("Delivery__Mail__Password")]
    [InlineData("Entra__TenantId")]
    [InlineData("AZURE_AUTHORITY_HOST")]
    [InlineData("Publishing__PublicUrl")]
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
    public void PublishedFiles_CannotBeChanged_AreVersionedAndCoolDown()
    {
        var policy = template.Resources("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies").Single();
        Assert.Contains("bulletins", policy.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.False(policy.GetProperty("properties").GetProperty("allowProtectedAppendWrites").GetBoolean());
        var blobs = template.Resources("Microsoft.Storage/storageAccounts/blobServices").Single().GetProperty("properties");
        Assert.True(blobs.GetProperty("isVersioningEnabled").GetBoolean());
        Assert.True(blobs.GetProperty("deleteRetentionPolicy").GetProperty("enabled").GetBoolean());
        var rules = template.Resources("Microsoft.Storage/storageAccounts/managementPolicies").Single().GetProperty("properties").GetProperty("policy").GetProperty("rules").EnumerateArray().ToList();
        var published = rules.Single(r => r.GetProperty("name").GetString() == "published-files").GetProperty("definition").GetProperty("actions").GetProperty("baseBlob");
        Assert.True(published.TryGetProperty("tierToCool", out _) && published.TryGetProperty("tierToCold", out _));
        Assert.False(published.TryGetProperty("delete", out _));
        // Versions stay until a rule takes them: what is deleted for good needs one.
        Assert.All(
            rules.Select(r => r.GetProperty("definition").GetProperty("actions")).Where(actions => actions.TryGetProperty("baseBlob", out var blob) && blob.TryGetProperty("delete", out _)),
            actions => Assert.Equal(30, actions.GetProperty("version").GetProperty("delete").GetProperty("daysAfterCreationGreaterThan").GetInt32()));
        Assert.Contains(rules, r => r.GetProperty("name").GetString() == "staged-files");
    }

    /// <summary>The host and the app have to change together: with one alone, logs come twice or not at all.</summary>
    [Fact]
    public void OpenTelemetry_IsOffUnlessAskedFor_AndThenOnInHostAndApp()
    {
        Assert.False(template.Parameters.GetProperty("openTelemetry").GetProperty("defaultValue").GetBoolean());
        var settings = template.Resources("Microsoft.Web/sites/config").Single().GetProperty("properties").GetRawText();

        Assert.Contains("if(not(parameters('openTelemetry')), createObject(), createObject('AzureFunctionsJobHost__telemetryMode', 'OpenTelemetry', 'Telemetry__AzureMonitor', 'true'", settings, StringComparison.Ordinal);
    }

    /// <summary>Cybersecurity Law of the PRC, article 23 (3), in force since 1 January 2026.</summary>
    [Fact]
    public void Logs_AreKeptForSixMonthsAtLeast()
    {
        var days = template.Parameters.GetProperty("logRetentionDays");

        Assert.True(days.GetProperty("minValue").GetInt32() >= 184);
        Assert.True(days.GetProperty("defaultValue").GetInt32() >= 184);
        Assert.Equal("[parameters('logRetentionDays')]", template.Resources("Microsoft.OperationalInsights/workspaces").Single().GetProperty("properties").GetProperty("retentionInDays").GetString());
    }

    /// <summary>An alert that waits for words that nobody says any more would never come.</summary>
    [Fact]
    public void Alerts_WaitForWordsThatTheProgramSays()
    {
        var said = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var rules = template.Variables.GetProperty("watched").EnumerateArray().Select(r => (Id: r.GetProperty("id").GetString() ?? "", Query: r.GetProperty("query").GetString() ?? "")).ToList();

        Assert.Equal(["deliveries-open", "delivery-failed", "delivery-unconfirmed", "issue-missing", "issue-parked", "outbox-unreadable", "requests-fail", "tick-failed", "watch-failed"], rules.Select(r => r.Id).Order(StringComparer.Ordinal));
        var words = rules.SelectMany(r => Regex.Matches(r.Query, "has \"([^\"]+)\"").Select(m => m.Groups[1].Value)).ToList();
        Assert.Equal(12, words.Count);
        Assert.All(words, phrase => Assert.Contains(phrase, said, StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.Contains($"`{rule.Id}`", Repository.Read("docs/operations.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void RoleAssignments_AreListedForWhoeverOperatesIt()
    {
        var operations = Repository.Read("docs/operations.md");
        string[] names = ["Storage Blob Data Owner", "Storage Queue Data Contributor", "Storage Table Data Contributor", "Monitoring Metrics Publisher", "Key Vault Secrets User"];
        var assigned = Regex.Matches(template.Text, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").Select(m => m.Value).Distinct().ToList();

        Assert.Equal(names.Length, assigned.Count);
        Assert.All(names, name => Assert.Contains(name, operations, StringComparison.Ordinal));
        Assert.All(assigned, id => Assert.Contains(id, operations, StringComparison.Ordinal));
    }

    [Fact]
    public void Template_NamesNoCloud()
    {
        var source = Repository.Read("infra/main.bicep");
        foreach (var suffix in new[] { ".windows.net", ".azure.com", ".azure.net", ".chinacloudapi.cn", ".azure.cn", "microsoftonline" })
        {
            Assert.DoesNotContain(suffix, source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories),
                file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains(suffix, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public void Outputs_HoldNoSecret() =>
        Assert.Equal(["address", "functionAppName"], template.Outputs.EnumerateObject().Select(o => o.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void App_RunsOnFlexConsumptionWithTheIsolatedWorkerOfNet10()
    {
        var config = template.Resources("Microsoft.Web/sites").Single().GetProperty("properties").GetProperty("functionAppConfig").ToString();
        var plan = template.Resources("Microsoft.Web/serverfarms").Single().GetProperty("sku").GetRawText();

        Assert.Contains("'dotnet-isolated'", config, StringComparison.Ordinal);
        Assert.Contains("'10.0'", config, StringComparison.Ordinal);
        Assert.Contains("FlexConsumption", plan, StringComparison.Ordinal);
        Assert.Contains("ElasticPremium", plan, StringComparison.Ordinal);
        Assert.Equal("FC1", template.Parameters.GetProperty("planSku").GetProperty("defaultValue").GetString());
    }

    private static string Property(JsonElement resource, string name) => resource.GetProperty("properties").GetProperty(name).GetString() ?? "";
}
