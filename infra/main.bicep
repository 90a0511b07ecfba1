// The reporting system in one resource group: Functions app, storage, identity with its roles, telemetry, alerts.
// Nothing here holds a secret: the app reaches storage and telemetry with its identity, keys and passwords are Key Vault references.
// No address of a cloud is written here either, so that the same template makes it in Azure China.
targetScope = 'resourceGroup'

@description('Where everything is made.')
param location string = resourceGroup().location

@description('FC1: Flex Consumption. EP1: Elastic Premium, for a region without Flex; an instance is then always there and paid for.')
@allowed(['FC1', 'EP1'])
param planSku string = 'FC1'

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(12)
param name string

@description('Instances that may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Key Vault in this resource group that keeps the signing key of the manifests; empty: every start signs with a new key.')
param keyVaultName string = ''

@description('Secret in that vault: an ECDSA P-256 private key as PEM.')
param signingKeyName string = 'signing-key'

@description('Secret in that vault: 32 bytes as base64, from which the secrets of webhooks are derived; empty: no webhook is sent.')
param webhookKeyName string = ''

@description('The mail server; empty: mail waits in the outbox.')
param mail { host: string, port: int, security: 'StartTls' | 'Tls', user: string, from: string, passwordSecret: string }?

@description('Tenant and audience whose tokens are taken; empty: API keys only.')
param entra { tenantId: string, audience: string }?

@description('Where callers reach the system; empty: the address of the app.')
param publicUrl string = ''

@description('For so many days from its creation no published file can be changed or deleted by anybody. Unlocked until somebody locks it (docs/operations.md).')
@minValue(1)
@maxValue(146000)
param immutableDays int = 3650

@description('Whether that policy has been locked: the service then takes no template that would write it again, not even the same.')
param immutabilityLocked bool = false

@description('Who is written to when the app does not run, an issue is missing or parked, a delivery failed, or requests fail.')
param alertEmails string[] = []

@description('Whether host and app send their telemetry by OpenTelemetry. Azure China needs it: sign-in with the identity, the only one here, works there in no other way (docs/operations.md).')
param openTelemetry bool = false

@description('How many days logs are kept; by the Cybersecurity Law of the PRC (article 23) no less than six months.')
@minValue(184)
@maxValue(730)
param logRetentionDays int = 190

@description('The day, in Beijing, on which this installation begins, e.g. 2012-03-20; periods that were locked before have no issues. Empty only for a demonstration, which tells the whole year.')
param startOn string

@description('Marks every issue as a demonstration.')
param demonstration bool = false

@description('Further settings of the app by name, e.g. Catalogue__Folders__0. A deployment puts all settings in place of those that were there: what was set by hand is gone after the next one. No secrets: they belong into the vault.')
param settings object = {}

var unique = uniqueString(resourceGroup().id, name)
var storageName = take('${toLower(replace(name, '-', ''))}${unique}', 24)
var packageContainer = 'app-package'
var flex = planSku == 'FC1'
var useVault = !empty(keyVaultName)
var inVault = 'VaultName=${keyVaultName};SecretName='

// Built-in roles, see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var storageRoles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 30
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 30
    }
    isVersioningEnabled: true
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in [packageContainer, 'bulletins', 'work', 'sign-in-keys']: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

// What is published stays as it is. Creating the policy leaves it unlocked, so that a test account can be emptied; locking it is a decision.
resource immutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = if (!immutabilityLocked) {
  name: '${storage.name}/default/bulletins/default'
  properties: {
    immutabilityPeriodSinceCreationInDays: immutableDays
    allowProtectedAppendWrites: false
  }
  dependsOn: [containers]
}

// Staged files are needed until their issue is published, and a parked issue can wait for a person for months.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'published-files'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['bulletins/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 120
                }
                tierToCold: {
                  daysAfterModificationGreaterThan: 730
                }
              }
            }
          }
        }
        {
          name: 'staged-files'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['work/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 730
                }
              }
              // With versions on, what is deleted or written over becomes a version, which stays until this takes it.
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 30
                }
              }
            }
          }
        }
        {
          name: 'former-packages'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${packageContainer}/']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 30
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource storageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(storageRoles): {
    name: guid(storage.id, identity.id, role.value)
    scope: storage
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    retentionInDays: logRetentionDays
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    WorkspaceResourceId: logs.id
  }
}

resource insightsAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource alerted 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmails)) {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for (address, i) in alertEmails: {
        name: 'receiver-${i}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// What the app logs as an error, by the words of its messages; what to do for each stands in docs/operations.md.
var watched = [
  { id: 'issue-missing', severity: 1, query: 'AppTraces | where Message has "was promised for" and Message has "is not published"' }
  { id: 'issue-parked', severity: 1, query: 'AppTraces | where Message has "is parked: a person has to look at it"' }
  { id: 'delivery-failed', severity: 2, query: 'AppTraces | where Message has "could not be delivered"' }
  { id: 'delivery-unconfirmed', severity: 2, query: 'AppTraces | where Message has "nobody knows whether it was taken"' }
  { id: 'deliveries-open', severity: 2, query: 'AppTraces | where Message has "deliveries that wait for a person to look at them"' }
  // With an exception beside it, a log by OpenTelemetry comes as an exception, and its message as one of its properties.
  { id: 'tick-failed', severity: 2, query: 'union AppTraces, AppExceptions | where Message has "failed; the next one tries again" or tostring(Properties) has "failed; the next one tries again"' }
  { id: 'outbox-unreadable', severity: 2, query: 'union AppTraces, AppExceptions | where Message has "cannot be read and is left alone" or tostring(Properties) has "cannot be read and is left alone"' }
  { id: 'watch-failed', severity: 2, query: 'union AppTraces, AppExceptions | where Message has "could not be watched" or tostring(Properties) has "could not be watched"' }
  // Of the requests over HTTP one in twenty, and more than two.
  { id: 'requests-fail', severity: 2, query: 'AppRequests | where isnotempty(Url) | summarize failed = sumif(ItemCount, toint(ResultCode) >= 500), total = sum(ItemCount) | where failed > 2 and failed * 20 >= total' }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in watched: if (!empty(alertEmails)) {
    name: '${name}-${rule.id}'
    location: location
    kind: 'LogAlert'
    properties: {
      description: 'docs/operations.md, What to do for an alert: ${rule.id}'
      severity: rule.severity
      enabled: true
      scopes: [logs.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: false
      actions: {
        actionGroups: [alerted.id]
      }
    }
  }
]

// All others wait for what the app says; this one for its silence: a secret that is not found, a wrong setting, an app that was stopped.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = if (!empty(alertEmails)) {
  name: '${name}-tick-absent'
  location: location
  kind: 'LogAlert'
  properties: {
    description: 'docs/operations.md, What to do for an alert: tick-absent'
    severity: 1
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where Name has "Tick" and Success == true'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: false
    muteActionsDuration: 'PT6H'
    actions: {
      actionGroups: [alerted.id]
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = if (!empty(keyVaultName)) {
  name: keyVaultName
}

resource vaultAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(keyVaultName)) {
  name: guid(resourceGroup().id, keyVaultName, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: flex ? 'functionapp' : 'elastic'
  sku: {
    name: planSku
    tier: flex ? 'FlexConsumption' : 'ElasticPremium'
  }
  properties: {
    reserved: true
    maximumElasticWorkerCount: flex ? null : min(maximumInstanceCount, 20)
  }
}

// From which the app runs on Elastic Premium.
var package = '${storage.properties.primaryEndpoints.blob}${packageContainer}/app.zip'

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${unique}'
  location: location
  kind: 'functionapp,linux'
  // By this the Azure Developer CLI finds the app of its service.
  tags: {
    'azd-service-name': 'functions'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      linuxFxVersion: flex ? null : 'DOTNET-ISOLATED|10.0'
      healthCheckPath: flex ? null : '/health'
    }
    functionAppConfig: !flex ? null : {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
  dependsOn: [containers, storageAccess, insightsAccess, vaultAccess]

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        // The identity that DefaultAzureCredential takes.
        AZURE_CLIENT_ID: identity.properties.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        // The storage of the Functions host itself: timers, leases, keys.
        AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
        AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
        AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        // Our section Storage; the queue trigger reads the same section.
        Storage__BlobServiceUri: storage.properties.primaryEndpoints.blob
        Storage__QueueServiceUri: storage.properties.primaryEndpoints.queue
        Storage__TableServiceUri: storage.properties.primaryEndpoints.table
        Storage__credential: 'managedidentity'
        Storage__clientId: identity.properties.clientId
        // Where the identity signs in: each cloud has its own.
        AZURE_AUTHORITY_HOST: environment().authentication.loginEndpoint
        // The host's own page at / would only say that there is an app.
        AzureWebJobsDisableHomepage: 'true'
        Publishing__Demonstration: string(demonstration)
        Publishing__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
      },
      empty(startOn) ? (demonstration ? {} : fail('The parameter startOn is empty: name the day on which this installation begins.')) : { Publishing__StartOn: startOn },
      !openTelemetry
        ? {}
        : {
            AzureFunctionsJobHost__telemetryMode: 'OpenTelemetry'
            Telemetry__AzureMonitor: 'true'
            // What the exporter would tell Microsoft of its own work.
            APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true'
            APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true'
          },
      !useVault ? {} : { Signing__PrivateKey: '@Microsoft.KeyVault(${inVault}${signingKeyName})' },
      !useVault || empty(webhookKeyName) ? {} : { Delivery__Webhook__Key: '@Microsoft.KeyVault(${inVault}${webhookKeyName})' },
      mail == null
        ? {}
        : {
            Delivery__Mail__Host: mail!.host
            Delivery__Mail__Port: string(mail!.port)
            Delivery__Mail__Security: mail!.security
            Delivery__Mail__User: mail!.user
            Delivery__Mail__Password: useVault ? '@Microsoft.KeyVault(${inVault}${mail!.passwordSecret})' : fail('The parameter mail needs keyVaultName, where its password is.')
            Delivery__Mail__From: mail!.from
          },
      entra == null
        ? {}
        : {
            Entra__Instance: environment().authentication.loginEndpoint
            Entra__TenantId: entra!.tenantId
            Entra__Audience: entra!.audience
          },
      flex
        ? {}
        : {
            FUNCTIONS_EXTENSION_VERSION: '~4'
            FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
            // The package is read from the account with the identity, since there is no shared key for a file share.
            WEBSITE_RUN_FROM_PACKAGE: package
            WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: identity.id
          },
      settings
    )
  }

  // Nobody signs in with a password to publish code.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

@description('The app, for publishing the code to it.')
output functionAppName string = app.name

@description('Where the package goes on Elastic Premium; empty on Flex Consumption, where the deployment takes it.')
output packageAddress string = flex ? '' : package

@description('The address of the API.')
output address string = 'https://${app.properties.defaultHostName}'
