namespace Reporting.Catalogue;

/// <summary>A catalogue record that may be in force for a part of the year only; records that follow each other may share an id.</summary>
public interface ITimed
{
    /// <summary>First day (Beijing) on which the record is in force; null from the year's beginning.</summary>
    DateOnly? From { get; }

    /// <summary>Last day (Beijing, inclusive) on which the record is in force; null to the year's end.</summary>
    DateOnly? Until { get; }
}

/// <summary>The days on which a record is in force, both inclusive; null is open.</summary>
internal readonly record struct Validity(DateOnly? From, DateOnly? Until)
{
    /// <summary>True where no day is left.</summary>
    public bool IsEmpty => From > Until;

    /// <summary>True where the record is in force all the year.</summary>
    public bool IsOpen => From is null && Until is null;

    public static Validity Of(ITimed record) => new(record.From, record.Until);

    public bool Includes(DateOnly day) => !(day < From) && !(day > Until);

    public bool Overlaps(Validity other) => !(Until < other.From) && !(other.Until < From);

    /// <summary>The days that lie in <paramref name="outer"/> too, as of a part of a record that has days of its own.</summary>
    public Validity Within(Validity outer) => new(
        From is null || outer.From > From ? outer.From : From,
        Until is null || outer.Until < Until ? outer.Until : Until);
}
