using System.Reflection;

namespace Reporting.Bulletins.Documents;

/// <summary>How programs are named in manifests.</summary>
public static class EngineName
{
    /// <summary>The assembly that <paramref name="type"/> is from, with its version.</summary>
    public static string Of(Type type) =>
        $"{type.Assembly.GetName().Name} {type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}";
}
