using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>A field of a person as linkage compares it.</summary>
public enum LinkageField
{
    GivenName,
    FamilyName,
    Patronymic,
    DateOfBirth,
    Sex,
    Place,
}

/// <summary>How far two records agree in a field.</summary>
public enum AgreementLevel
{
    /// <summary>One record or both do not know the field.</summary>
    Missing,

    /// <summary>No agreement was seen: the values differ, or everything that could have shown them agreeing differs.</summary>
    None,

    /// <summary>Like enough for a slip of the pen.</summary>
    Similar,

    /// <summary>Of a date: the year alone.</summary>
    YearOnly,

    /// <summary>Of a date: day and month alone.</summary>
    DayAndMonthOnly,

    /// <summary>The same, up to spelling.</summary>
    Agree,
}

/// <summary>
/// What the comparison of two tokens shows: for each field whether it can be compared, and the level of agreement seen.
/// There are few distinct patterns; a pair is reduced to its pattern before anything is estimated, so patterns and their
/// counts are all that estimation needs.
/// </summary>
/// <param name="Code">Mixed-radix number of the levels, least significant first in the order of <see cref="LinkageField"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AgreementPattern(short Code, byte ComparableParts)
{
    /// <summary>Levels that each field can show, in the order of <see cref="LinkageField"/>.</summary>
    internal static readonly int[] LevelCounts = [3, 3, 3, 4, 2, 3];

    internal static readonly int Codes = LevelCounts.Aggregate((a, b) => a * b);

    /// <summary>Was any agreement seen at all?</summary>
    public bool ShowsAgreement => Code > 0;

    /// <summary>Were both names seen to agree, up to a slip?</summary>
    internal bool ShowsNames => Level(Code, (int)LinkageField.GivenName) > 0 && Level(Code, (int)LinkageField.FamilyName) > 0;

    /// <summary>Were both names and the full date of birth seen to agree, up to a slip?</summary>
    internal bool ShowsNamesAndBirth => ShowsNames && Level(Code, (int)LinkageField.DateOfBirth) == 3;

    internal Parts Comparable => (Parts)ComparableParts;

    /// <summary>The level seen in a field.</summary>
    public AgreementLevel this[LinkageField field]
    {
        get
        {
            var level = Level(Code, (int)field);
            return field switch
            {
                _ when (Comparable & PartsOf(field)) == Parts.None => AgreementLevel.Missing,
                _ when level == 0 => AgreementLevel.None,
                LinkageField.DateOfBirth => level switch { 1 => AgreementLevel.YearOnly, 2 => AgreementLevel.DayAndMonthOnly, _ => AgreementLevel.Agree },
                LinkageField.Sex => AgreementLevel.Agree,
                _ => level == 1 ? AgreementLevel.Similar : AgreementLevel.Agree,
            };
        }
    }

    internal static int Level(int code, int field)
    {
        for (var f = 0; f < field; f++)
        {
            code /= LevelCounts[f];
        }

        return code % LevelCounts[field];
    }

    internal static short CodeOf(ReadOnlySpan<int> levels)
    {
        var code = 0;
        for (var f = LevelCounts.Length - 1; f >= 0; f--)
        {
            code = (code * LevelCounts[f]) + levels[f];
        }

        return (short)code;
    }

    internal static Parts PartsOf(LinkageField field) => field switch
    {
        LinkageField.GivenName => Parts.Given,
        LinkageField.FamilyName => Parts.Family,
        LinkageField.Patronymic => Parts.Patronymic,
        LinkageField.DateOfBirth => Parts.Birth,
        LinkageField.Sex => Parts.Sex,
        _ => Parts.Place,
    };
}
