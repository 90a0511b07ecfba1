// Production. A test installation: infra/test.bicepparam.
using 'main.bicep'

param name = 'bulletins'
// The day on which you begin; without it nothing is deployed, since issues that nobody meant cannot be taken back.
param startOn = readEnvironmentVariable('START_ON')
param keyVaultName = 'bulletins-keys'
param webhookKeyName = 'webhook-key'
param mail = {
  host: 'smtp.example.gov.cn'
  port: 587
  security: 'StartTls'
  user: 'bulletins'
  from: 'bulletins@example.gov.cn'
  passwordSecret: 'mail-password'
}
param alertEmails = ['operations@example.gov.cn']
