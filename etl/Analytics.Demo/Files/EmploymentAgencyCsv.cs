using System.Globalization;
using System.Text;

namespace Analytics.Demo.Files;

/// <summary>`demo_employment_agency`: the register of agencies as it stood at the end of each year, UTF-8, semicolons, CRLF. Nothing in it is calibrated.</summary>
internal static class EmploymentAgencyCsv
{
    public const string Source = "demo_employment_agency";

    private const int Agencies = 48;
    private const int LicenceYears = 5;
    private const double ForeignShare = 0.2;
    private const double Open = 0.15;

    private static readonly string[] s_header =
        ["agency_no", "name", "kind", "country", "region", "licence_no", "licensed_from", "licensed_to", "complaints", "violations", "sanction", "updated_at"];

    private static readonly Shares<string> s_countries = new() { { "RUS", 40 }, { "KAZ", 14 }, { "TUR", 16 }, { "KOR", 10 }, { "ARE", 8 }, { "POL", 7 }, { "GBR", 5 } };
    private static readonly Shares<Region> s_regions = new() { { Places.Bishkek, 58 }, { Places.OshCity, 20 }, { Places.Chui, 10 }, { Places.JalalAbad, 7 }, { Places.IssykKul, 5 } };
    private static readonly Shares<int> s_complaints = new() { { 0, 55 }, { 1, 18 }, { 2, 11 }, { 3, 7 }, { 5, 5 }, { 9, 4 } };
    private static readonly Shares<string> s_sanctions = new() { { "warning", 50 }, { "fine", 30 }, { "suspended", 12 }, { "revoked", 8 } };

    public static IEnumerable<DemoFile> Files(DemoOptions options)
    {
        var random = new SeededRandom(options.Seed, "employment_agency");
        var agencies = Enumerable.Range(1, Agencies).Select(number => Agency.Make(number, options, random)).ToArray();
        for (var year = options.Period.From.Year; year <= options.Period.To.Year; year++)
        {
            var day = year == options.Period.To.Year ? options.Period.To : new DateOnly(year, 12, 31);
            string?[][] rows = [.. agencies.Where(agency => agency.From <= day && (agency.To is null || agency.To.Value.Year >= year)).Select(agency => Row(agency, day, random))];
            yield return new DemoFile(Source, $"synthetic_employment_agency_{year}.csv", rows.Length, stream => CsvFile.Write(
                stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ';', quoteSpaces: false, rows.Prepend(s_header)));
        }
    }

    private static string?[] Row(Agency agency, DateOnly day, SeededRandom random)
    {
        var complaints = random.Pick(s_complaints);
        var violations = complaints == 0 ? 0 : random.Next(complaints + 1);
        return
        [
            agency.Number, agency.Name, agency.IsForeign ? "foreign_employer" : "private_agency", agency.Country, agency.Region, agency.Licence,
            $"{agency.From:yyyy-MM-dd}", agency.To is { } to ? $"{to:yyyy-MM-dd}" : null,
            complaints.ToString(CultureInfo.InvariantCulture), violations.ToString(CultureInfo.InvariantCulture),
            violations == 0 ? "none" : random.Pick(s_sanctions), $"{day:yyyy-MM-dd}",
        ];
    }

    private sealed record Agency(string Number, string Name, bool IsForeign, string Country, string? Region, string Licence, DateOnly From, DateOnly? To)
    {
        public static Agency Make(int number, DemoOptions options, SeededRandom random)
        {
            var foreign = random.Chance(ForeignShare);
            var span = options.Period;
            var from = span.From.AddYears(-2).AddDays(random.Next(Math.Max(1, span.To.DayNumber - span.From.AddYears(-2).DayNumber)));
            var id = number.ToString("000", CultureInfo.InvariantCulture);
            return new Agency(
                $"EA-{id}", foreign ? $"Demo Employer {id} LLC" : $"ОсОО «Демо Жумуш {id}»", foreign, random.Pick(s_countries),
                foreign ? null : random.Pick(s_regions).Soate, $"L-{id}", from, random.Chance(Open) ? null : from.AddYears(LicenceYears).AddDays(-1));
        }
    }
}
