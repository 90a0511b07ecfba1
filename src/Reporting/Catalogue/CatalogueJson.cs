using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Reporting.Catalogue;

/// <summary>
/// How catalogue files are read: camelCase, and strictly. A member that no record knows is an error, and so is a missing one unless its
/// type says that it may be null.
/// </summary>
internal static class CatalogueJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadWhatIsStored } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Computed properties are not members of a file; a member that may be null may be left out.</summary>
    private static void ReadWhatIsStored(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.AssociatedParameter is not { } parameter)
                type.Properties.RemoveAt(i);
            else if (parameter.IsNullable || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)
                property.IsRequired = false;
        }
    }
}
