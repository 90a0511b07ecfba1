using Reporting.Tests.Bulletins.Html;
using Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
[assembly: AssemblyFixture(typeof(Browser))]
