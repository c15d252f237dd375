using System.Data;
using Analytics.Database;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Feeds;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Publish.Persons;
using Analytics.Etl.Telemetry;
using Analytics.Etl.Warehouse;
using Analytics.Etl.Warehouse.Evaluate;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Etl.Publish;

/// <summary>What a publication holds.</summary>
/// <param name="Withheld">Withheld cells by profile.</param>
/// <param name="Loss">What was withheld of each protected table.</param>
internal sealed record PublishReport(
    long PublicationId, DateTimeOffset? DataAsOf, bool Synthetic, int Cells, IReadOnlyDictionary<string, int> Withheld, IReadOnlyList<CutOfPublication> Loss);

/// <summary>
/// Rebuilds <c>pub</c> for every profile from <c>mart</c>: counts, protects, attacks, and replaces the contents in one transaction.
/// A blocked or failed publication leaves the last one in place.
/// </summary>
internal sealed class PublishStage(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Publishes what is there, linked or not; <see cref="Refresh"/> sees to what belongs before it.</summary>
    /// <exception cref="PublicationBlockedException">The attack found withheld cells, or a check of the warehouse failed.</exception>
    public async Task<PublishReport> RunAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var publication = await WarehouseLock.HoldAsync(connection, WarehouseLock.Publication, token);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        var report = await RunAsync(connection, time, token);
        await transaction.CommitAsync(token);
        return report;
    }

    /// <param name="connection">In a transaction that sees one moment, and with no other publication on its way.</param>
    /// <exception cref="PublicationBlockedException">The attack found withheld cells, or a check of the warehouse failed.</exception>
    public static async Task<PublishReport> RunAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken token)
    {
        var firstNew = await connection.ExecuteScalarAsync<long>(new CommandDefinition(Sql("first_new_batch.sql"), cancellationToken: token));
        var report = await PublishAsync(connection, time, token);
        using (Stage.Step("check"))
        {
            if (await Checks.FailuresAsync(connection, firstNew, token) is { Count: > 0 } failures)
            {
                throw new PublicationBlockedException(failures);
            }
        }

        await connection.ExecuteAsync(new CommandDefinition(Sql("keep_inputs.sql"), new { publication = report.PublicationId, now = time.GetUtcNow() }, cancellationToken: token));
        return report;
    }

    private static async Task<PublishReport> PublishAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken token)
    {
        var publication = await connection.QuerySingleAsync<(long Id, DateTime? DataAsOf, bool Synthetic)>(
            new CommandDefinition(Sql("start_publication.sql"), new { published_at = time.GetUtcNow() }, cancellationToken: token));
        await Stage.RunAsync("look up", async () =>
        {
            await connection.ExecuteAsync(Lookups(token));
            await ExecuteAsync(connection, "replace_report_status.sql", null, token);
        });

        var coverage = await Coverage.ReadAsync(connection, token);
        var signOff = await SignOff.ReadAsync(connection, time.GetUtcNow(), token);
        var earlier = await EarlierPublications.ReadAsync(connection, token);
        var (cells, patterns) = coverage.Count == 0 ? ([], []) : await CellsAsync(connection, coverage, signOff, earlier, token);
        using (Stage.Step("linked persons and estimates"))
        {
            patterns = [.. patterns, .. await PersonCells.AddAsync(connection, publication.Id, coverage, signOff, earlier, cells, token)];
        }

        cells.AddRange(await ReportCells.ReadAsync(connection, token));
        var answers = await BeforeAfter.AskAsync(connection, publication.Id, cells, token);
        await Stage.RunAsync("write cells", () => CopyCellsAsync(connection, cells, token));
        await Stage.RunAsync("write versions", () => ExecuteAsync(connection, "keep_versions.sql", new { publication = publication.Id }, token));
        await Stage.RunAsync("write what was given", () => EarlierPublications.KeepAsync(connection, publication.Id, patterns, token));
        await Stage.RunAsync("write lineage", () => Lineage.SaveAsync(connection, cells, token));
        var loss = PublicationLoss.Of(patterns);
        using (Stage.Step("write the rest"))
        {
            await PublicationLoss.SaveAsync(connection, publication.Id, loss, token);
            await ExecuteAsync(connection, "replace_cuts.sql", null, token);
            await ExecuteAsync(connection, "replace_programmes.sql", null, token);
            await BeforeAfter.SaveAsync(connection, await answers, token);
            await ExecuteAsync(connection, "replace_crime_triangle.sql", null, token);
            await SavePopulationAsync(connection, coverage, token);
        }

        foreach (var (feed, covered) in coverage.Where(feed => feed.Value.ReportsAnything))
        {
            await connection.ExecuteAsync(
                "update pub.source_status set covers_from = @From, covers_to = @To where feed = @feed and last_loaded_at is not null",
                new { covered.From, covered.To, feed });
        }

        return new PublishReport(
            publication.Id,
            publication.DataAsOf,
            publication.Synthetic,
            cells.Count,
            SuppressionPolicy.All.ToDictionary(
                policy => policy.Profile,
                policy => cells.Count(cell => cell.Profile == policy.Profile && cell.Status == CellStatus.Withheld),
                StringComparer.Ordinal),
            loss);
    }

    private static async Task<(List<PublishedCell> Cells, IReadOnlyList<ProtectedTable> Patterns)> CellsAsync(
        NpgsqlConnection connection, Dictionary<string, Coverage> coverage, SignOff signOff, EarlierPublications earlier, CancellationToken token)
    {
        var spans = await connection.QueryAsync<(string Id, DateOnly Start, DateOnly End)>(
            new CommandDefinition("select period, starts_on, ends_on from mart.dim_reporting_period", cancellationToken: token));
        var periods = PeriodTree.Between(coverage.Values.Min(c => c.From), coverage.Values.Max(c => c.To), spans);
        var members = await MemberList.ReadAsync(connection, token);
        IReadOnlyDictionary<string, TrueCounts> counts;
        using (Stage.Step("count"))
        {
            counts = await WarehouseCounts.ReadAsync(connection, token);
        }

        // Each table and profile is protected by itself, and the engine uses one core.
        var protection = from table in PublishedTable.Protected.Where(table => table != PublishedTable.Reported && coverage.ContainsKey(table.Feed))
                         from policy in SuppressionPolicy.All
                         select Task.Run(() => TableProtection.Apply(table, policy, periods, members, coverage[table.Feed], signOff, counts, earlier.Of(table, policy, periods), token), token);
        (List<PublishedCell> Cells, ProtectedTable Pattern)[] tables;
        using (Stage.Step("protect and attack"))
        {
            tables = await Task.WhenAll(protection);
        }

        List<PublishedCell> cells = [.. tables.SelectMany(table => table.Cells)];

        if (coverage.TryGetValue(PublishedTable.Reported.Feed, out var reports))
        {
            using var step = Stage.Step("protect and attack what was reported");
            var reported = await Task.WhenAll(SuppressionPolicy.All.Select(policy => Task.Run(
                () => ReportedCells.Of(policy, periods, members, reports, signOff, counts, [.. tables.SelectMany(table => table.Cells)], earlier.Of(PublishedTable.Reported, policy, periods), token),
                token)));
            cells.AddRange(reported.SelectMany(profile => profile.Cells));
            tables = [.. tables, .. reported.Select(profile => (profile.Cells.ToList(), profile.Pattern))];
        }

        foreach (var table in PublishedTable.Open.Where(table => coverage.ContainsKey(table.Feed)))
        {
            cells.AddRange(OpenCells.Of(table, periods, table.Without is { } member ? members.Without(member.Dimension, member.Code) : members, coverage[table.Feed], signOff, counts));
        }

        cells.AddRange(await CreditCells.ReadAsync(connection, cells, token));
        cells.AddRange([.. RatioCells.Of(cells)]);
        return (cells, [.. tables.Select(table => table.Pattern)]);
    }

    private static async Task CopyCellsAsync(NpgsqlConnection connection, List<PublishedCell> cells, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition("create temporary table built_cell (like pub.cell) on commit drop", cancellationToken: token));
        await using (var writer = await connection.BeginBinaryImportAsync(
            """
            copy built_cell (profile, measure, cut, period_kind, period, period_start, period_end, members, status, value, lower, upper, provisional)
            from stdin (format binary)
            """, token))
        {
            foreach (var cell in cells)
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(cell.Profile, NpgsqlDbType.Text, token);
                await writer.WriteAsync(cell.Measure, NpgsqlDbType.Text, token);
                await writer.WriteAsync(Dimension.Cut(cell.Codes.Keys), NpgsqlDbType.Text, token);
                await writer.WriteAsync(cell.Period.Kind.Code(), NpgsqlDbType.Text, token);
                await writer.WriteAsync(cell.Period.Id, NpgsqlDbType.Text, token);
                await writer.WriteAsync(cell.Period.Start, NpgsqlDbType.Date, token);
                await writer.WriteAsync(cell.Period.End, NpgsqlDbType.Date, token);
                await writer.WriteAsync(cell.Members, NpgsqlDbType.Jsonb, token);
                await writer.WriteAsync(cell.Status.Code(), NpgsqlDbType.Text, token);
                foreach (var number in (double?[])[cell.Value, cell.Lower, cell.Upper])
                {
                    if (number is { } value)
                    {
                        await writer.WriteAsync((decimal)value, NpgsqlDbType.Numeric, token);
                    }
                    else
                    {
                        await writer.WriteNullAsync(token);
                    }
                }

                await writer.WriteAsync(cell.Provisional, NpgsqlDbType.Boolean, token);
            }

            await writer.CompleteAsync(token);
        }
    }

    private static async Task SavePopulationAsync(NpgsqlConnection connection, Dictionary<string, Coverage> coverage, CancellationToken token)
    {
        if (coverage.Count == 0)
        {
            return;
        }

        var known = await connection.QueryAsync<(string Region, int Year, long Population, string Source)>(
            new CommandDefinition(Sql("known_population.sql"), cancellationToken: token));
        foreach (var region in known.GroupBy(row => row.Region, StringComparer.Ordinal))
        {
            var series = PopulationSeries.Fill(
                region.ToDictionary(row => row.Year, row => row.Population), coverage.Values.Min(c => c.From.Year), coverage.Values.Max(c => c.To.Year));
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into pub.population (region, year, population, interpolated, estimate_source) values (@region, @year, @population, @interpolated, @source)",
                series.Select(year => new
                {
                    region = region.Key,
                    year = (short)year.Year,
                    population = year.Population,
                    interpolated = year.Interpolated,
                    source = region.FirstOrDefault(row => row.Year == year.Year).Source ?? region.Last().Source,
                }),
                cancellationToken: token));
        }
    }

    private static Task<int> ExecuteAsync(NpgsqlConnection connection, string file, object? parameters, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(Sql(file), parameters, commandTimeout: 0, cancellationToken: token));

    private static CommandDefinition Lookups(CancellationToken token)
    {
        Feed[] feeds = [.. FeedList.All.Where(feed => feed.Reports)];
        return new CommandDefinition(
            Sql("replace_lookups.sql"),
            new
            {
                dimensions = Dimension.All.ToArray(),
                feeds = Array.ConvertAll(feeds, feed => feed.Name),
                senders_en = Array.ConvertAll(feeds, feed => feed.Sender.En),
                senders_ru = Array.ConvertAll(feeds, feed => feed.Sender.Ru),
                senders_ky = Array.ConvertAll(feeds, feed => feed.Sender.Ky),
            },
            cancellationToken: token);
    }

    private static string Sql(string file) => SqlText.Beside<PublishStage>(file);
}
