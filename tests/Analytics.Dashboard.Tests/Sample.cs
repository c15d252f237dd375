using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain;

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
            new Member(Dimension.Region, "41702205000000", "41702000000000", 3, new("Ak-Suu District", "Ак-Суйский район", "Ак-Суу району")),
            new Member(Dimension.Reason, "confidentiality", "total", 1, new("Fear that personal data leak", "Опасение утечки", "Маалымат тарап кетет деп коркуу")),
        ],
        [new PolicyEvent("criminal-code-2019", new DateOnly(2019, 1, 1), null, "series_break", new("New code", "Новый кодекс", "Жаңы кодекс"))],
        [new Population("41702000000000", 2018, 500_000, Interpolated: false), new Population("41702000000000", 2019, 500_000, Interpolated: true)],
        [],
        [
            new LedgerFigure("csos", new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31), "csos_reporting", "total", 18, "organisation", "The study"),
            new LedgerFigure("assisted", new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31), "victims_assisted_by_csos", "total", 355, "person", "The study"),
        ]);

    public static Reader Reader(Language? language = null, string address = "http://site/", string role = RoleNames.Coordinator) =>
        new(User(role), language ?? Language.English, Address.Of(address));

    public static ClaimsPrincipal User(string role) => new(new ClaimsIdentity([new(ClaimTypes.Name, "reader"), new(ClaimTypes.Role, role)], "test"));

    public static Cell Year(
        string measure, int year, decimal? value, CellStatus status = CellStatus.Ok, bool provisional = false, decimal? lower = null, decimal? upper = null) => new(
        measure, PeriodKind.Year, $"{year}", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new Dictionary<string, string>(StringComparer.Ordinal), value, lower, upper, status, provisional);

    public static CellAnswer Answer(CellRequest request, params IReadOnlyList<Cell> cells) => new(request, Profile.Ministry, Publication, "TR-ABCDEFGH", cells);
}
