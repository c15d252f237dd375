using Analytics.Database;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish;

/// <summary>What readers of a profile lose of one cut of a table.</summary>
/// <param name="Measure">The table's first measure.</param>
/// <param name="Cut">Dimensions joined by ×; empty for the totals, which have the period alone.</param>
/// <param name="Small">Withheld, with a count of 1 to the threshold.</param>
/// <param name="ShareWithheld">Counts in withheld cells over all counts of the cut, to hundredths: more would tell of single counts.</param>
internal sealed record CutOfPublication(string Profile, string Measure, string Cut, int Cells, int Small, int Withheld, decimal ShareWithheld);

/// <summary>The information loss of a publication, table by table. From true counts: for the administrator, not for readers.</summary>
internal static class PublicationLoss
{
    public static IReadOnlyList<CutOfPublication> Of(IEnumerable<ProtectedTable> tables) =>
        [.. tables.SelectMany(table => table.Table.Cells.Zip(table.Cells)
            .GroupBy(cell => Cut(table, cell.First), StringComparer.Ordinal)
            .OrderBy(cut => cut.Key.Length).ThenBy(cut => cut.Key, StringComparer.Ordinal)
            .Select(cut => Of(table, cut.Key, [.. cut])))];

    public static Task SaveAsync(NpgsqlConnection connection, long publication, IReadOnlyList<CutOfPublication> cuts, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside(typeof(PublicationLoss), "save_information_loss.sql"),
            cuts.Select(cut => new { publication, cut.Profile, cut.Measure, cut.Cut, cut.Cells, cut.Small, cut.Withheld, cut.ShareWithheld }),
            cancellationToken: token));

    private static CutOfPublication Of(ProtectedTable table, string cut, (CountCell Cell, ProtectedCell Shown)[] cells)
    {
        var withheld = Array.FindAll(cells, cell => cell.Shown.Status == CellStatus.Withheld);
        var (all, lost) = (cells.Sum(cell => cell.Cell.Count), withheld.Sum(cell => cell.Cell.Count));
        return new CutOfPublication(
            table.Policy.Profile, table.Of.Measures[0], cut, cells.Length, withheld.Count(cell => cell.Cell.Count > 0 && cell.Cell.Count <= table.Policy.Threshold), withheld.Length,
            all == 0 ? 0 : Math.Round((decimal)lost / all, 2));
    }

    // The first code is the period's.
    private static string Cut(ProtectedTable table, CountCell cell) => string.Join('×', table.Of.Dimensions
        .Zip(cell.Codes.Skip(1), (name, code) => RegionTree.IsDistrict(name, code) ? Dimension.District : string.Equals(code, Dimension.Total, StringComparison.Ordinal) ? null : name)
        .OfType<string>());
}
