namespace Analytics.Domain.PersonalData;

/// <summary>
/// What a value ought to be, from its column's type. It settles what the characters alone cannot: nine digits are a phone number
/// where a count is expected, and a reference where a reference is.
/// </summary>
public enum ValueContext
{
    /// <summary>A code or the name of a list's member: sex, region (also SOATE), country, organisation, article.</summary>
    Code,

    /// <summary>A count, duration, age, year or share.</summary>
    Number,

    /// <summary>A date or timestamp in any format.</summary>
    Date,

    /// <summary>A key made by the source: case_ref, contact_id, register_no, uuid, person_token.</summary>
    Reference,

    /// <summary>Sentences.</summary>
    FreeText,

    /// <summary>A column that the mapping does not know.</summary>
    Unmapped,
}
