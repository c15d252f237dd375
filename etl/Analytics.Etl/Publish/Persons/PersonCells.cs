using Analytics.Database;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse.Estimate;
using Analytics.Etl.Warehouse.Link;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish.Persons;

/// <summary>Adds to a publication what rests on linked persons: steps, shares, and intervals of persons assisted.</summary>
internal static class PersonCells
{
    /// <param name="cells">The protected cells of all profiles; those of linked persons are added.</param>
    /// <returns>The patterns of the linked persons and of the overlaps of lists, one of each a profile.</returns>
    public static async Task<IReadOnlyList<ProtectedTable>> AddAsync(
        NpgsqlConnection connection, long publication, IReadOnlyDictionary<string, Coverage> coverage, SignOff signOff, EarlierPublications earlier, List<PublishedCell> cells, CancellationToken token)
    {
        var quality = await LinkageQuality.ReadAsync(connection, token);
        if (quality is not null)
        {
            LinkageIntervals.AddToPersons(cells, quality);
        }

        if (!coverage.TryGetValue("ngo_case", out var covered))
        {
            return [];
        }

        var spans = await connection.QueryAsync<(string Id, DateOnly Start, DateOnly End)>(
            new CommandDefinition("select period, starts_on, ends_on from mart.dim_reporting_period", cancellationToken: token));
        var periods = PeriodTree.Between(coverage.Values.Min(c => c.From), coverage.Values.Max(c => c.To), spans).Where(period => period.Kind is PeriodKind.Year or PeriodKind.Span or PeriodKind.All).ToList();
        var members = await MemberList.ReadAsync(connection, token);
        var rows = (await connection.QueryAsync<LinkedCells.Row>(new CommandDefinition(
            SqlText.Beside(typeof(PersonCells), "count_linked_persons.sql"), cancellationToken: token))).ToList();
        var added = await Task.WhenAll(SuppressionPolicy.All.Select(policy => Task.Run(
            () => LinkedCells.Of(
                policy, periods, members, covered, signOff, rows,
                [.. cells.Where(cell => cell.Profile == policy.Profile && cell.Measure == "persons_assisted" && cell.Codes.Keys.All(dimension => dimension == "region"))], quality, earlier, token),
            token)));
        cells.AddRange(added.SelectMany(profile => profile.Cells));
        return [.. added.Select(profile => profile.Pattern), .. await EstimateCells.AddAsync(connection, publication, periods, earlier, cells, token)];
    }
}
