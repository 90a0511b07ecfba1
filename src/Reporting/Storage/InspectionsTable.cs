using Reporting.Inspections;

namespace Reporting.Storage;

/// <summary>Table Inspections: what the office recorded of the sites visited, with its versions. A plan is a partition.</summary>
public sealed class InspectionsTable(StorageConnection connection)
    : OfficeRecordsTable<Inspection>(connection.Table(StorageNames.Inspections), "inspection");
