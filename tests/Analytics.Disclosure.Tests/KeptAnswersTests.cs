using System.Globalization;
using System.Text.Json;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Xunit.Abstractions;

namespace Analytics.Disclosure.Tests;

/// <summary>Somebody who keeps every answer of the interface, attacks with a solver that is not ours.</summary>
public sealed class KeptAnswersTests(HeldByOneWarehouse published, ITestOutputHelper output) : IClassFixture<HeldByOneWarehouse>
{
    private const string OwnDonor = "DONOR-1";

    private static readonly string[] s_tables = [.. PublishedTable.Protected.Select(table => table.Measures[0])];
    private static readonly string[] s_dimensions = [.. Dimension.All.Except([Dimension.Organisation, Dimension.Source], StringComparer.Ordinal)];

    [DatabaseTheory]
    [InlineData("donor", "donor")]
    [InlineData("policy", "public")]
    public async Task Interface_EveryMeasureOfPersonsAndCut_IsWhatWasPublishedAndBoundsNothing(string account, string profile)
    {
        await using var site = await ReaderSite.OpenAsync(published.Warehouse.ConnectionString);
        using var client = await site.SignInAsync(account);
        var measures = MeasureCatalogue.All.Where(measure => measure.Kind != MeasureKind.OpenCount || measure.Id == "crimes_registered").Select(measure => measure.Id).ToArray();
        await using var connection = await published.Warehouse.Etl.OpenConnectionAsync();
        var cuts = await connection.QueryAsync<(string Measure, string Kind, string[] Dimensions)>(
            "select measure, period_kind, dimensions from pub.cut where profile = @profile and measure = any(@measures) and not dimensions && array['organisation', 'source']", new { profile, measures });
        List<SeenCell> seen = [];
        foreach (var (measure, kind, dimensions) in cuts)
        {
            var answer = await site.ReadAsync(client, $"/api/v1/cells?measure={measure}&by={string.Join(',', dimensions.Prepend("period"))}&period={kind}");
            using var json = JsonDocument.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..].Trim());
            seen.AddRange(json.RootElement.GetProperty("cells").EnumerateArray().Select(cell => new SeenCell(
                measure, kind, Text(cell, "period"), Day(cell, "period_start"), Day(cell, "period_end"),
                dimensions.ToDictionary(dimension => dimension, dimension => Text(cell, dimension), StringComparer.Ordinal),
                cell.GetProperty("value").ValueKind == JsonValueKind.Null ? null : cell.GetProperty("value").GetDecimal(),
                Text(cell, "status") is "provisional" ? "ok" : Text(cell, "status"))));
        }

        // A donor sees the credit of no other donor, nor the total that would give it.
        var stored = (await SeenAsync(profile, published.Second.PublicationId))
            .Where(cell => account != "donor" || cell.Measure != "persons_credited" || cell.Codes.GetValueOrDefault("donor") == OwnDonor);
        Assert.Equal(stored.Where(cell => measures.Contains(cell.Measure, StringComparer.Ordinal)).Select(Tell).Order(StringComparer.Ordinal), seen.Select(Tell).Order(StringComparer.Ordinal));
        Attack(profile, seen, unchanged: null, expectFound: false);
    }

    [DatabaseTheory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public async Task TwoPublications_OneIntakeApart_BoundNothingMoreThanEither(string profile)
    {
        Assert.NotEqual(published.First.PublicationId, published.Second.PublicationId);
        var both = (await SeenAsync(profile, published.First.PublicationId)).Concat(await SeenAsync(profile, published.Second.PublicationId)).ToList();
        Attack(profile, both, await UnchangedAsync(profile), expectFound: false);
    }

    [DatabaseFact]
    public async Task TwoPublications_SecondOneNaive_AreBroken()
    {
        // As if the second publication had withheld what is small or held by one and nothing beside it.
        await using var connection = await published.Warehouse.Etl.OpenConnectionAsync();
        var complements = (await connection.QueryAsync<(string Measure, string Members, long Count)>(
            """
            select measure, members::text, count from ops.protected_count
            where profile = 'ministry' and measure = any(@tables) and published_to is null and withheld and count > 2 and contributors > 1 and largest < 0.85 * count
            """, new { tables = s_tables })).SelectMany(cell => TableOf(cell.Measure).Measures.Select(measure => (Key: Key(measure, HeldByOneWarehouse.CodesOf(cell.Measure, cell.Members)), cell.Count)))
            .ToDictionary(cell => cell.Key, cell => cell.Count, StringComparer.Ordinal);
        Assert.NotEmpty(complements);
        var naive = (await SeenAsync("ministry", published.Second.PublicationId))
            .Select(cell => cell.Status == "withheld" && complements.TryGetValue(Key(cell), out var count) ? cell with { Status = "ok", Value = count } : cell);
        Attack("ministry", [.. await SeenAsync("ministry", published.First.PublicationId), .. naive], await UnchangedAsync("ministry"), expectFound: true);
    }

    private void Attack(string profile, IReadOnlyCollection<SeenCell> cells, Func<SeenCell, long?>? unchanged, bool expectFound)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var attack = new OutsideAttack(cells, policy.Threshold, policy.RoundingBase, unchanged);
        var bounds = attack.Propagate();
        var found = attack.Withheld.Where(i => attack.IsFound(bounds[i])).ToHashSet();
        if (GlpSolve.IsInstalled && !expectFound)
        {
            found.UnionWith(attack.SolveAll(output.WriteLine).Where(cell => attack.IsFound(cell.Value)).Select(cell => cell.Key));
        }

        output.WriteLine($"{profile}: {attack.Cells.Count} cells, {attack.Relations} relations, {attack.Withheld.Count()} withheld, {found.Count} found");
        foreach (var i in found.Take(20))
        {
            output.WriteLine(Tell(attack.Cells[i]));
        }

        Assert.True(attack.Withheld.Any());
        Assert.Equal(expectFound, found.Count > 0);
    }

    /// <summary>The first publication, for a cell of the second whose count is the same.</summary>
    private async Task<Func<SeenCell, long?>> UnchangedAsync(string profile)
    {
        var (first, second) = (published.First.PublicationId, published.Second.PublicationId);
        await using var connection = await published.Warehouse.Etl.OpenConnectionAsync();
        var same = (await connection.QueryAsync<(string Measure, string Members)>(
            """
            select measure, members::text
            from ops.protected_count as before join ops.protected_count as now using (profile, measure, members, count)
            where profile = @profile and measure = any(@tables) and before.published_from <= @first and (before.published_to is null or before.published_to > @first)
              and now.published_from <= @second and (now.published_to is null or now.published_to > @second)
            """, new { profile, first, second, tables = s_tables }))
            .SelectMany(cell => TableOf(cell.Measure).Measures.Select(measure => Key(measure, HeldByOneWarehouse.CodesOf(cell.Measure, cell.Members)))).ToHashSet(StringComparer.Ordinal);
        return cell => cell.Publication == second && same.Contains(Key(cell)) ? first : null;
    }

    private static PublishedTable TableOf(string measure) => PublishedTable.Protected.Single(table => table.Measures.Contains(measure, StringComparer.Ordinal));

    // A district is region/district among the counts.
    private static string Key(SeenCell cell) =>
        $"{cell.Measure} {cell.Period} {string.Join(' ', s_dimensions.Where(dimension => dimension != "district" && cell.Codes.ContainsKey(dimension)).Select(dimension => $"{dimension}={cell.Codes[dimension]}{(dimension == "region" && cell.Codes.TryGetValue("district", out var district) ? "/" + district : "")}"))}";

    private static string Key(string measure, string[] codes)
    {
        var dimensions = TableOf(measure).Dimensions;
        return $"{measure} {(codes[0] == "total" ? "all" : codes[0])} {string.Join(' ', s_dimensions.Where(dimension => Array.IndexOf(dimensions, dimension) >= 0 && codes[Array.IndexOf(dimensions, dimension) + 1] != "total").Select(dimension => $"{dimension}={codes[Array.IndexOf(dimensions, dimension) + 1]}"))}";
    }

    private static string Tell(SeenCell cell) => string.Create(CultureInfo.InvariantCulture, $"{Key(cell)} {cell.PeriodKind} {cell.Start:O} {cell.End:O} {cell.Status} {(cell.Value is { } value ? value / 1.0000000000000000000000000000m : null)}");

    private static string Text(JsonElement cell, string name) => cell.GetProperty(name).GetString()!;

    private static DateOnly Day(JsonElement cell, string name) => DateOnly.ParseExact(Text(cell, name), "O", CultureInfo.InvariantCulture);

    private async Task<List<SeenCell>> SeenAsync(string profile, long publication)
    {
        await using var connection = await published.Warehouse.Etl.OpenConnectionAsync();
        var rows = await connection.QueryAsync<Row>(
            $"""
            select measure as "Measure", period_kind as "Kind", period as "Period", period_start as "Start", period_end as "End", value as "Value", status as "Status", members as "Members"
            from pub.cell_version
            where profile = @profile and not members ?| array['organisation', 'source'] and published_from <= @publication and (published_to is null or published_to > @publication)
            """, new { profile, publication });
        return [.. rows.Select(row => new SeenCell(
            row.Measure, row.Kind, row.Period, row.Start, row.End,
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.Members)!, row.Value, row.Status) { Publication = publication })];
    }

    private sealed class Row
    {
        public required string Measure { get; init; }
        public required string Kind { get; init; }
        public required string Period { get; init; }
        public DateOnly Start { get; init; }
        public DateOnly End { get; init; }
        public decimal? Value { get; init; }
        public required string Status { get; init; }
        public required string Members { get; init; }
    }
}
