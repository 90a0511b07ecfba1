// A test installation: every page is marked as a demonstration, what is published can be removed after a day, nothing is mailed.
using 'main.bicep'

param name = 'bulletins-t'
param startOn = ''
param demonstration = true
param immutableDays = 1
