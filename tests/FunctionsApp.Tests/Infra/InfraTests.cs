using System.Text.Json;
using System.Text.RegularExpressions;

namespace FunctionsApp.Tests.Infra;

public sealed class InfraTests(CompiledTemplate template) : IClassFixture<CompiledTemplate>
{
    private string Settings => template.Resources("Microsoft.Web/sites/config").Single().GetProperty("properties").GetString() ?? "";

    [Fact]
    public void Template_CompilesAndLintsWithoutAWord()
    {
        Assert.Equal("", template.LintOutput);
        Assert.Equal(0, template.LintExitCode);
        Assert.Equal("", template.BuildOutput);
        Assert.Equal("", template.ParametersOutput);
    }

    /// <summary>Issues that nobody meant cannot be taken back: no sample day may be deployed by somebody who overlooked it.</summary>
    [Fact]
    public void ProductionParameters_WantTheDayOnWhichItBegins()
    {
        Assert.Contains("START_ON", template.WithoutStart, StringComparison.Ordinal);
        Assert.False(template.Parameters.GetProperty("startOn").TryGetProperty("defaultValue", out _));
        // A variable that is there and empty, as in a workflow where nobody set it, passes the compiler.
        Assert.Contains("if(empty(parameters('startOn')), if(parameters('demonstration'), createObject(), fail(", Settings, StringComparison.Ordinal);
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
        // On the very resource, and not on all that is beside it.
        Assert.Equal(
            ["Microsoft.Insights/components", "Microsoft.KeyVault/vaults", "Microsoft.Storage/storageAccounts"],
            template.Resources("Microsoft.Authorization/roleAssignments")
                .Select(r => Regex.Match(r.GetProperty("scope").GetString() ?? "", "^\\[resourceId\\('([^']+)'").Groups[1].Value).Order(StringComparer.Ordinal));
    }

    /// <summary>Each with what it is given, in the compiled form.</summary>
    [Theory]
    [InlineData("Storage__BlobServiceUri", "reference('storage').primaryEndpoints.blob")]
    [InlineData("Storage__QueueServiceUri", "reference('storage').primaryEndpoints.queue")]
    [InlineData("Storage__TableServiceUri", "reference('storage').primaryEndpoints.table")]
    [InlineData("Storage__clientId", "reference('identity').clientId")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "reference('storage').primaryEndpoints.blob")]
    [InlineData("AzureWebJobsStorage__queueServiceUri", "reference('storage').primaryEndpoints.queue")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "reference('storage').primaryEndpoints.table")]
    [InlineData("AzureWebJobsStorage__clientId", "reference('identity').clientId")]
    [InlineData("AZURE_CLIENT_ID", "reference('identity').clientId")]
    [InlineData("AZURE_AUTHORITY_HOST", "environment().authentication.loginEndpoint")]
    [InlineData("Entra__Instance", "environment().authentication.loginEndpoint")]
    [InlineData("Entra__TenantId", "parameters('entra').tenantId")]
    [InlineData("Entra__Audience", "parameters('entra').audience")]
    [InlineData("Publishing__PublicUrl", "if(empty(parameters('publicUrl')), format('https://{0}', reference('app').defaultHostName)")]
    [InlineData("Publishing__Demonstration", "string(parameters('demonstration'))")]
    [InlineData("Publishing__StartOn", "parameters('startOn')")]
    public void Setting_IsGivenToTheApp(string name, string value) => Assert.Contains($"'{name}', {value}", Settings, StringComparison.Ordinal);

    /// <summary>A deployment puts its settings in place of all that were there, so those that only some installations need come by parameter.</summary>
    [Fact]
    public void SettingsOfAnInstallation_ComeLast() => Assert.EndsWith(", parameters('settings'))]", Settings, StringComparison.Ordinal);

    [Fact]
    public void Secrets_AreReadFromTheVault_WithTheIdentityOfTheApp()
    {
        var secrets = Regex.Matches(Settings, "'(?<name>\\w+(?:Password|Secret|PrivateKey|__Key))', (?:if\\(variables\\('useVault'\\), )?(?<value>[^,]{1,40})").ToList();

        Assert.Equal(["Delivery__Mail__Password", "Delivery__Webhook__Key", "Signing__PrivateKey"], secrets.Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.All(secrets, m => Assert.StartsWith("format('@Microsoft.KeyVault({0}{1})'", m.Groups["value"].Value, StringComparison.Ordinal));
        Assert.Contains(
            "userAssignedIdentities",
            template.Resources("Microsoft.Web/sites").Single().GetProperty("properties").GetProperty("keyVaultReferenceIdentity").GetString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", Settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listKeys", template.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ConnectionString", Settings.Replace("'APPLICATIONINSIGHTS_CONNECTION_STRING', reference('insights').ConnectionString", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Publishing_TakesNoPassword()
    {
        var ways = template.Resources("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();

        Assert.Equal(["ftp", "scm"], ways.Select(way => Regex.Match(way.GetProperty("name").GetString() ?? "", "'(ftp|scm)'").Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(ways, way => Assert.False(way.GetProperty("properties").GetProperty("allow").GetBoolean()));
    }

    /// <summary>The Azure Developer CLI looks for an app of this mark.</summary>
    [Fact]
    public void App_CarriesTheNameOfItsServiceInAzureYaml()
    {
        var mark = template.Resources("Microsoft.Web/sites").Single().GetProperty("tags").GetProperty("azd-service-name").GetString();

        Assert.Contains($"services:\n  {mark}:\n", Repository.Read("azure.yaml"), StringComparison.Ordinal);
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
        Assert.All(["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], kept => Assert.True(blobs.GetProperty(kept).GetProperty("enabled").GetBoolean()));
        // The service takes no policy any more, not even the same, where it has been locked.
        Assert.Equal("[not(parameters('immutabilityLocked'))]", policy.GetProperty("condition").GetString());
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

        Assert.Contains("if(not(parameters('openTelemetry')), createObject(), createObject('AzureFunctionsJobHost__telemetryMode', 'OpenTelemetry', 'Telemetry__AzureMonitor', 'true'", Settings, StringComparison.Ordinal);
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

    /// <summary>An alert that waits for words that nobody says any more, or says too softly for the host to pass on, would never come.</summary>
    [Fact]
    public void Alerts_WaitForWordsThatTheProgramSaysLoudly()
    {
        var said = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\\[LoggerMessage\\((?<how>.+?)Message = \"(?<message>.+?)\"\\)\\]").Select(m => (How: m.Groups["how"].Value, Message: m.Groups["message"].Value))).ToList();
        var words = template.Variables.GetProperty("watched").EnumerateArray()
            .SelectMany(rule => Regex.Matches(rule.GetProperty("query").GetString() ?? "", "has \"([^\"]+)\"").Select(m => m.Groups[1].Value)).ToList();

        Assert.Equal(12, words.Count);
        Assert.All(words, phrase =>
        {
            var lines = said.Where(line => line.Message.Contains(phrase, StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.Matches("LogLevel[.](Warning|Error)", line.How));
        });
    }

    [Fact]
    public void Alerts_AreMailed_AndSayWhatToDo()
    {
        var rules = template.Resources("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.GetProperty("properties")).ToList();
        Assert.Equal(2, rules.Count);
        Assert.All(rules, rule => Assert.Contains("Microsoft.Insights/actionGroups", rule.GetProperty("actions").GetProperty("actionGroups").EnumerateArray().Single().GetString(), StringComparison.Ordinal));
        // Each line that is found, and the absence of any.
        Assert.Equal(["GreaterThan 0 PT15M", "LessThan 1 PT1H"], rules.Select(rule =>
        {
            var criterion = rule.GetProperty("criteria").GetProperty("allOf").EnumerateArray().Single();
            return $"{criterion.GetProperty("operator")} {criterion.GetProperty("threshold")} {rule.GetProperty("windowSize")}";
        }).Order(StringComparer.Ordinal));
        string[] ids = [.. template.Variables.GetProperty("watched").EnumerateArray().Select(rule => rule.GetProperty("id").GetString() ?? ""), "tick-absent"];
        Assert.Equal(["deliveries-open", "delivery-failed", "delivery-unconfirmed", "issue-missing", "issue-parked", "outbox-unreadable", "requests-fail", "tick-absent", "tick-failed", "watch-failed"], ids.Order(StringComparer.Ordinal));
        Assert.All(ids, id => Assert.Contains($"| `{id}` |", Repository.Read("docs/operations.md"), StringComparison.Ordinal));
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
        Assert.Equal(["address", "functionAppName", "packageAddress"], template.Outputs.EnumerateObject().Select(o => o.Name).Order(StringComparer.Ordinal));

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
