using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests;

/// <summary>Small published data made by hand, and a reader of it.</summary>
internal static class Sample
{
    public static readonly Publication Publication = new(7, DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero), Synthetic: true);

    public static readonly Reference Reference = new(
        [new Cut("persons_assisted", PeriodKind.Year, [Dimension.Sex])],
        [
            new Member(Dimension.Region, "41702000000000", "total", 1, new("Issyk-Kul Region", "Иссык-Кульская область", "Ысык-Көл облусу")),
            new Member(Dimension.Region, "41711000000000", "total", 2, new("Bishkek city", "город Бишкек", "Бишкек шаары")),
            new Member(Dimension.District, "41702205000000", "41702000000000", 3, new("Ak-Suu District", "Ак-Суйский район", "Ак-Суу району")),
            new Member(Dimension.District, "41702210000000", "41702000000000", 4, new("Jeti-Oguz District", "Жети-Огузский район", "Жети-Өгүз району")),
            new Member(Dimension.District, "unknown", null, 999, new("District not stated", "Район не указан", "Району көрсөтүлгөн эмес")),
            new Member(Dimension.RegionService, "41702000000000", "total", 1, new("Issyk-Kul Region", "Иссык-Кульская область", "Ысык-Көл облусу")),
            new Member(Dimension.Reason, "confidentiality", "total", 1, new("Fear that personal data leak", "Опасение утечки", "Маалымат тарап кетет деп коркуу")),
        ],
        [new PolicyEvent("criminal-code-2019", new DateOnly(2019, 1, 1), null, "series_break", new("New code", "Новый кодекс", "Жаңы кодекс"))],
        [new Population("41702000000000", 2018, 500_000, Interpolated: false), new Population("41702000000000", 2019, 500_000, Interpolated: true)],
        [],
        new Ledger(
            [
                Printed("csos", (2018, 1), (2020, 12), "csos_reporting", 18, "organisation"),
                Printed("assisted", (2018, 1), (2020, 12), "victims_assisted_by_csos", 355, "person"),
                Printed("investigations", (2020, 1), (2020, 12), "investigations_started", 40, "case"),
                Printed("registered", (2020, 1), (2020, 12), "crimes_registered", 15, "crime"),
                Printed("repatriated", (2021, 1), (2021, 12), "foreign_victims_repatriated", null, "person") with { ValueText = "not reported" },
                Printed("trained", (2021, 4), (2022, 3), "trained", 150, "person") with { ValueText = "at least 150", PeriodKind = "report_year" },
            ],
            [
                new LedgerIndicator("victims_assisted_by_csos", "persons_assisted", new("Asked for help", "Обратились", "Кайрылгандар")),
                new LedgerIndicator("crimes_registered", "crimes_registered", new("Crimes registered", "Преступления", "Кылмыштар")),
            ],
            [new LedgerRival("investigations", "registered", new("Other articles", "Другие статьи", "Башка беренелер"))]));

    private static LedgerFigure Printed(string id, (int Year, int Month) from, (int Year, int Month) to, string indicator, decimal? value, string unit) => new(
        id, new DateOnly(from.Year, from.Month, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1), "calendar", indicator, "total",
        value, null, unit, new LedgerSource("The study", "A publisher", "2021"), null);

    public static Reader Reader(Language? language = null, string address = "http://site/", string role = RoleNames.Coordinator) =>
        new(User(role), language ?? Language.English, Address.Of(address));

    public static ClaimsPrincipal User(string role) => new(new ClaimsIdentity([new(ClaimTypes.Name, "reader"), new(ClaimTypes.Role, role)], "test"));

    public static Cell Year(
        string measure, int year, decimal? value, CellStatus status = CellStatus.Ok, bool provisional = false, decimal? lower = null, decimal? upper = null) => new(
        measure, PeriodKind.Year, $"{year}", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new Dictionary<string, string>(StringComparer.Ordinal), value, lower, upper, status, provisional);

    public static CellAnswer Answer(CellRequest request, params IReadOnlyList<Cell> cells) => new(request, Profile.Ministry, Publication, "TR-ABCDEFGH", cells);
}
