using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>Tables printed in the literature, with what its methods withheld: protect as well, withhold at most a quarter more.</summary>
public sealed class PublishedExampleTests
{
    /// <summary>
    /// sdcTable, tests/testthat/test-simpleheuristic.R and R/test_problems.R (compared: w|d = 89, w = 230, x|b = 124): each line has two withheld cells or none, and still w|b = 47 follows.
    /// </summary>
    private static readonly long[][] s_wxyz = [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]];
    private static readonly (int, int)[] s_wxyzWithheld = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 1), (2, 3), (3, 1), (3, 3)];

    private static readonly SuppressionPolicy s_below5 = new("below 5", 4, 1);

    /// <summary>The rule of the sources that only guard against exact recomputation: one unit to either side.</summary>
    private static readonly SuppressionPolicy s_exact = new("exact", 2, 1) { PriorShare = 0 };

    [Fact]
    public void Attack_SdcTableNineCells_ComputesTheOneTheyMiss()
    {
        var table = Tables.TwoWay(s_wxyz);

        var interval = Attack.Intervals(table, s_exact, Hide(table)).Single(each => each.Cell == table.Find("r0", "c1"));

        Assert.Equal((47, 47), (interval.Lower, interval.Upper));
    }

    [Fact]
    public void Protect_SdcTableNineCells_AddsAtMostTwo()
    {
        var table = Tables.TwoWay(s_wxyz, (r, c, cell) => s_wxyzWithheld.Contains((r, c)) ? cell with { Contributors = 1 } : cell);

        var protection = Suppressor.Protect(table, s_exact);

        Assert.True(protection.Attack.Safe);
        Assert.Equal(9, protection.Loss.Primary);
        // sdcTable's heuristic ends with 10.
        Assert.InRange(protection.Withheld(), 10, 12);
    }

    [Fact]
    public void Protect_SdcTableLinkedRegions_WithholdsAsFewAsTheirs()
    {
        // sdcTable, tests/testthat/test-linked-tables.r: regions add up to counties and, another way, to size groups. Either alone
        // is safe with its five small regions; together N must go too. 1–3 are small.
        (string Region, string County, string Group, long Count)[] regions =
        [
            ("A", "county-1", "small", 2), ("B", "county-1", "small", 2), ("I", "county-1", "small", 8), ("J", "county-1", "small", 8),
            ("K", "county-2", "small", 3), ("L", "county-2", "big", 3), ("M", "county-2", "big", 3), ("N", "county-2", "small", 7),
        ];
        var parents = regions.ToDictionary(region => region.Region, region => region.County, StringComparer.Ordinal);
        parents["county-1"] = parents["county-2"] = SpanningVariable.Total;
        var cells = new List<CountCell> { new(["total", "total"], 36), new(["county-1", "total"], 20), new(["county-2", "total"], 16), new(["total", "small"], 30), new(["total", "big"], 6) };
        foreach (var (region, _, group, count) in regions)
        {
            cells.Add(new([region, "total"], count));
            cells.Add(new([region, "small"], group == "small" ? count : 0));
            cells.Add(new([region, "big"], group == "big" ? count : 0));
        }

        var table = new CountTable([new SpanningVariable("region", parents), SpanningVariable.Flat("group", ["small", "big"])], cells);
        var protection = Suppressor.Protect(table, new SuppressionPolicy("1-3", 3, 1));

        Assert.True(protection.Attack.Safe);
        var distinct = table.Cells.Where((_, i) => protection.Cells[i].Status == CellStatus.Withheld)
            .Select(cell => cell.Codes[0] is "total" ? cell.Codes[1] : cell.Codes[0]).Distinct(StringComparer.Ordinal).Count();
        Assert.InRange(distinct, 6, 7);
    }

    [Fact]
    public void Protect_GaussSuppressionTable4_WithholdsAtMostAQuarterMoreThanItsTenCells()
    {
        // GaussSuppression vignette "Small count frequency table suppression", table 4: maxN = 4, zeros shown.
        var protection = Suppressor.Protect(AgeByPlace([]), s_below5);

        Assert.True(protection.Attack.Safe);
        Assert.InRange(protection.Withheld(), 7, 12);
    }

    [Fact]
    public void Protect_GaussSuppressionTable3_WithholdsTheSameTwoCells()
    {
        // Table 3 of the same vignette: age by EU and the places alone, without the margins between them; maxN = 2.
        var table = AgeByPlace([["total", "EU"], ["total", "nonEU"], ["old", "total"], ["young", "total"]]);
        table = table with { Cells = [.. table.Cells.Where(cell => cell.Codes[0] == "total" || cell.Codes[1] is "EU" or "nonEU")] };

        var protection = Suppressor.Protect(table, new SuppressionPolicy("1-2", 2, 1));

        Assert.True(protection.Attack.Safe);
        Assert.Equal(2, protection.Withheld());
        Assert.Equal(CellStatus.Withheld, protection.Status(table, "young", "nonEU"));
    }

    [Fact]
    public void Protect_GaussSuppressionTable1_HidesTheZeroWithTheSameFourCells()
    {
        // Table 1 of the same vignette: the only primary cell is the zero, which says that everyone there is old.
        var table = Tables.TwoWay([[2, 0, 5], [3, 4, 6]]);
        table = table with { Dimensions = [table.Dimensions[0] with { Sensitive = true }, table.Dimensions[1]] };

        var protection = Suppressor.Protect(table, new SuppressionPolicy("1", 1, 1));

        Assert.True(protection.Attack.Safe);
        Assert.Equal(CellStatus.Withheld, protection.Status(table, "r0", "c1"));
        Assert.Equal(4, protection.Withheld());
    }

    [Fact]
    public void Protect_FischettiSalazarInvestments_WithholdsTheSameFourCells()
    {
        // Fischetti and Salazar-González (2001), Solving the cell suppression problem on tabular data with linear constraints, Management
        // Science 47(7), 1008: investments by activity and region, activity II in region C sensitive; four cells are withheld. The table
        // and the pattern as the documentation of a program for the method repeats them.
        var table = Tables.TwoWay([[20, 50, 10], [8, 19, 22], [17, 32, 12]], (r, c, cell) => r == 1 && c == 2 ? cell with { Contributors = 1 } : cell);

        var protection = Suppressor.Protect(table, s_exact);

        Assert.True(protection.Attack.Safe);
        Assert.Equal(4, protection.Withheld());
    }

    [Fact]
    public void Attack_FischettiSalazarPattern_GivesTheInterval()
    {
        // II|A and II|C make 30, II|A and III|A 25: II|C lies from 5 to 30, and who knows that no withheld count is zero gains one at each end.
        var table = Tables.TwoWay([[20, 50, 10], [8, 19, 22], [17, 32, 12]]);
        ProtectedCell[] cells = [.. table.Cells.Select(cell => cell.Codes[0] is "r1" or "r2" && cell.Codes[1] is "c0" or "c2" && cell.Codes[0] != "total" && cell.Codes[0] != "r0" ? ProtectedCell.Withheld : new ProtectedCell(CellStatus.Ok, cell.Count))];

        var interval = Attack.Intervals(table, s_exact, cells).Single(each => each.Cell == table.Find("r1", "c2"));

        Assert.Equal(6, interval.Lower, 6);
        Assert.Equal(29, interval.Upper, 6);
    }

    [Fact]
    public void Protect_GaussSuppressionLinkedTables_WithholdsAtMostAQuarterMoreThanTheirs()
    {
        var table = LinkedTables();

        var protection = Suppressor.Protect(table, new SuppressionPolicy("1-2", 2, 1));

        Assert.True(protection.Attack.Safe);
        Assert.Equal(14, s_linkedWithheld.Length);
        Assert.InRange(protection.Withheld(), 10, 17);
    }

    [Fact]
    public void Attack_GaussSuppressionLinkedPattern_GivesTheirIntervals()
    {
        // Their lo_1 and up_1: 0–4 for Iceland, 0–3 for Portugal; an intruder who knows that withheld counts are not zero gains one at each end.
        var table = LinkedTables();
        ProtectedCell[] cells = [.. table.Cells.Select(cell => cell.Count == 0 ? ProtectedCell.Zero
            : s_linkedWithheld.Contains(string.Join(' ', cell.Codes)) ? ProtectedCell.Withheld : new ProtectedCell(CellStatus.Ok, cell.Count))];

        var intervals = Attack.Intervals(table, new SuppressionPolicy("1-2", 2, 1), cells).ToDictionary(interval => string.Join(' ', table.Cells[interval.Cell].Codes), interval => (interval.Lower, interval.Upper), StringComparer.Ordinal);

        Assert.Equal(s_linkedWithheld.Order(StringComparer.Ordinal), intervals.Keys.Order(StringComparer.Ordinal));
        Assert.All(["total Iceland 2015", "total Iceland 2016", "total nonEU 2015", "young nonEU 2016"], cell => Assert.Equal((1, 3), intervals[cell]));
        Assert.All(["total Portugal 2014", "total Portugal 2016"], cell => Assert.Equal((1, 2), intervals[cell]));
    }

    /// <summary>
    /// GaussSuppression vignette "Linked table suppression", tables 3 and 4 (as rendered, with the printed pattern and intervals): age by EU
    /// by year, and places by year; maxN = 2, zeros shown. Places lie in the EU or out of it.
    /// </summary>
    private static CountTable LinkedTables()
    {
        (string Age, string Place, string Year, long Count)[] rows =
        [
            ("young", "Spain", "2014", 6), ("young", "Iceland", "2014", 8), ("old", "Spain", "2014", 9), ("old", "Portugal", "2014", 1), ("young", "Iceland", "2015", 2),
            ("old", "Spain", "2015", 4), ("old", "Portugal", "2015", 3), ("young", "Spain", "2016", 7), ("young", "Iceland", "2016", 2), ("young", "Portugal", "2016", 2),
        ];
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["EU"] = "total", ["nonEU"] = "total", ["Spain"] = "EU", ["Portugal"] = "EU", ["Iceland"] = "nonEU" };
        string[] years = ["2014", "2015", "2016", "total"];
        var cells = from age in (string[])["young", "old", "total"]
                    from place in (string[])["Spain", "Portugal", "Iceland", "EU", "nonEU", "total"]
                    where age == "total" || places.GetValueOrDefault(place, "total") == "total"
                    from year in years
                    let count = rows.Where(row => (age == "total" || row.Age == age) && (year == "total" || row.Year == year) && (place == "total" || row.Place == place || places[row.Place] == place)).Sum(row => row.Count)
                    select new CountCell([age, place, year], count);
        return new CountTable([SpanningVariable.Flat("age", ["young", "old"]), new SpanningVariable("place", places), SpanningVariable.Flat("year", ["2014", "2015", "2016"])], [.. cells]);
    }

    private static readonly string[] s_linkedWithheld =
    [
        "total total 2015", "total total 2016", "total nonEU 2015", "total nonEU 2016", "young total 2015", "young total 2016", "young nonEU 2015", "young nonEU 2016",
        "total Iceland 2015", "total Iceland 2016", "total Portugal 2014", "total Portugal 2016", "total Spain 2014", "total Spain 2016",
    ];

    private static ProtectedCell[] Hide(CountTable table) =>
        [.. table.Cells.Select(cell => s_wxyzWithheld.Any(at => string.Concat(cell.Codes) == $"r{at.Item1}c{at.Item2}") ? ProtectedCell.Withheld : new ProtectedCell(CellStatus.Ok, cell.Count))];

    /// <summary>The vignette's data set: young and old in Spain and Portugal (EU) and Iceland (not EU).</summary>
    private static CountTable AgeByPlace(string[][] without)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["EU"] = "total", ["nonEU"] = "total", ["Spain"] = "EU", ["Portugal"] = "EU", ["Iceland"] = "nonEU" };
        string[] columns = ["Iceland", "Portugal", "Spain", "nonEU", "EU", "total"];
        (string Age, long[] Counts)[] rows = [("young", [2, 0, 5, 2, 5, 7]), ("old", [3, 4, 6, 3, 10, 13]), ("total", [5, 4, 11, 5, 15, 20])];
        var cells = rows.SelectMany(row => columns.Zip(row.Counts, (place, count) => new CountCell([row.Age, place], count)));
        return new CountTable(
            [SpanningVariable.Flat("age", ["young", "old"]), new SpanningVariable("geo", places)],
            [.. cells.Where(cell => !without.Any(codes => codes.SequenceEqual(cell.Codes, StringComparer.Ordinal)))]);
    }
}
