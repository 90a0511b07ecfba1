using System.Text.Json.Serialization;

namespace Reporting.Access;

/// <summary>What a caller may do (DESIGN section 6); which endpoint takes which role stands in the web pipeline's table.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>A reporting unit: writes what it owes.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit,

    /// <summary>领导小组办公室: returns and accepts, may act for a unit.</summary>
    [JsonStringEnumMemberName("office")]
    Office,

    /// <summary>Reads bulletins and progress.</summary>
    [JsonStringEnumMemberName("leader")]
    Leader,

    /// <summary>Runs the system: grants keys.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,
}
