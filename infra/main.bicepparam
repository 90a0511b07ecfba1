// Production. A test installation: infra/test.bicepparam.
using 'main.bicep'

param name = 'bulletins'
param startOn = '2012-03-20'
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
