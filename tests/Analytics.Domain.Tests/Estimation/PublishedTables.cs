using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>Tables of counts as printed in the papers named, typed in.</summary>
internal static class PublishedTables
{
    /// <summary>United Kingdom, 2013: Silverman (2014), Modern Slavery: an application of multiple systems estimation, Home Office.</summary>
    public static CaptureHistories UnitedKingdom { get; } = Table(
        ["LA", "NG", "PF", "GO", "GP", "NCA"],
        "1:54 2:463 3:907 4:695 5:316 6:57 12:15 13:19 14:3 23:56 24:19 25:1 26:3 34:69 35:10 36:31 45:8 46:6 56:1 123:1 124:1 234:4 236:3 346:1 1234:1");

    /// <summary>The same with police force and National Crime Agency as one list: Chan, Silverman and Vincent (2021).</summary>
    public static CaptureHistories UnitedKingdomFive { get; } = Table(
        ["LA", "NG", "PFNCA", "GO", "GP"],
        "1:54 2:463 3:995 4:695 5:316 12:15 13:19 14:3 23:62 24:19 25:1 34:76 35:11 45:8 123:1 124:1 234:4 1234:1");

    /// <summary>Korean women taken to Palembang: Ball, Shin and Yang (2018).</summary>
    public static CaptureHistories Korea { get; } = Table(["b", "c", "d"], "1:5 2:5 3:41 12:54 13:6 123:12");

    /// <summary>Greater New Orleans, eight lists of which 18 pairs share nobody: Bales, Murphy and Silverman (2019).</summary>
    public static CaptureHistories NewOrleans { get; } = Table(
        ["A", "B", "C", "D", "E", "F", "G", "H"],
        "1:25 2:5 3:70 13:1 4:33 14:2 34:2 5:6 15:1 35:1 45:2 145:1 6:6 26:1 7:6 37:1 137:1 8:21 58:1");

    /// <summary>The same, the four smallest lists joined into the second: Chan, Silverman and Vincent (2021).</summary>
    public static CaptureHistories NewOrleansFive { get; } = Table(
        ["A", "BEFG", "C", "D", "H"],
        "1:25 2:24 12:1 3:70 13:1 23:2 123:1 4:33 14:2 24:2 124:1 34:2 5:21 25:1");

    /// <summary>A site in the western United States: Farrell, Dank, Kafafian and others (2019), as in Chan, Silverman and Vincent (2021).</summary>
    public static CaptureHistories Western { get; } = Table(
        ["A", "B", "C", "D", "E"],
        "1:52 2:90 3:114 13:4 23:6 4:45 14:2 24:1 234:1 5:21 15:5 135:1 45:3");

    /// <summary>Persons with diabetes in Casale Monferrato by clinic, hospital, prescriptions and reagent strips: Bruno and others (1994), Diabetes Care 17(6).</summary>
    public static CaptureHistories Diabetes { get; } = Table(
        ["clinic", "hospital", "prescriptions", "strips"],
        "1234:58 123:157 124:18 12:104 134:46 13:650 14:12 1:709 234:14 23:20 24:7 2:74 34:8 3:182 4:10");

    /// <summary>Children with spina bifida by birth certificate, death certificate and rehabilitation: Hook, Albright and Cross (1980), American Journal of Epidemiology 112.</summary>
    public static CaptureHistories SpinaBifida { get; } = Table(["birth", "death", "rehabilitation"], "123:4 12:49 13:142 1:247 23:12 2:112 3:60");

    /// <summary>Artificial data that break models: Chan, Silverman and Vincent (2021), table 2.</summary>
    public static CaptureHistories Artificial { get; } = Table(["A", "B", "C"], "1:40 2:30 3:20 12:6");

    /// <param name="lists">Names of the lists.</param>
    /// <param name="cells">The lists numbered from 1, a colon, the count; cells apart by a blank.</param>
    public static CaptureHistories Table(string[] lists, string cells) => CaptureHistories.Create(lists,
        cells.Split(' ').Select(cell => cell.Split(':')).Select(cell =>
            (cell[0].Sum(digit => 1 << digit - '1'), double.Parse(cell[1], System.Globalization.CultureInfo.InvariantCulture))));

    public static CaptureHistories ByName(string name) => name switch
    {
        "UKdat" => UnitedKingdom,
        "UKdat_5" => UnitedKingdomFive,
        "Korea" => Korea,
        "Artificial_3" => Artificial,
        "New Orleans" => NewOrleans,
        "New Orleans, five" => NewOrleansFive,
        "Western" => Western,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
