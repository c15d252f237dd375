using Analytics.Demo.Cases;

namespace Analytics.Demo.Files;

/// <summary>`demo_ngo_case_xlsx`: a workbook a year, kept by hand: some have a title above the header, all a sheet too many.</summary>
internal static class NgoCaseXlsx
{
    public const string Source = "demo_ngo_case_xlsx";

    private const string Title = "Синтетические демонстрационные данные · Synthetic demonstration data · Синтетикалык көрсөтмө маалыматтар";

    public static IEnumerable<DemoFile> Files(IReadOnlyList<PersonCase> cases, DemoOptions options) => cases
        .Where(c => !c.Organisation.Json)
        .GroupBy(c => c.IntakeDate.Year)
        .Select(year => new DemoFile(Source, $"synthetic_ngo_case_{year.Key}.xlsx", year.Count(), stream => Write(stream, year.Key, [.. year], options.Seed)));

    private static void Write(Stream stream, int year, IReadOnlyList<PersonCase> cases, int seed)
    {
        var spelling = new SeededRandom(seed, $"cases/{year}/xlsx/spelling");
        var titled = year % 2 == 0;
        List<object?[]> rows = titled ? [[$"{Title} · {year}"], []] : [];
        rows.Add([.. CaseColumns.Of(cases[0], spelling).Select(column => column.Name)]);
        rows.AddRange(cases.Select(c => CaseColumns.Of(c, spelling).Select(column => column.Value).ToArray()));
        object?[][] notes = year % 3 == 0 ? [] : [[Title]];
        Workbook.Write(stream, [new(titled ? "Журнал" : "cases", rows), new("Примечания", notes)]);
    }
}
