using 'main.bicep'

param name = 'bulletins'
param keyVaultName = 'bulletins-keys'
