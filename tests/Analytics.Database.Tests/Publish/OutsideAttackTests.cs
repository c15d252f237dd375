using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Domain.Disclosure;
using Analytics.Etl.Publish.Cells;
using Npgsql;
using Xunit.Abstractions;

namespace Analytics.Database.Tests.Publish;

/// <summary>The demonstration publication under attack by somebody who has nothing but what a profile is shown.</summary>
[Collection(ReadsPublishedDemo.Name)]
public sealed class OutsideAttackTests(PublishedDemo demo, ITestOutputHelper output)
{

    [DatabaseTheory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public async Task Cells_OfAProfile_BoundNoWithheldCountMoreTightlyThanItsRange(string profile)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var attack = new OutsideAttack(await SeenAsync(profile), policy.Threshold, policy.RoundingBase);
        var withheld = attack.Withheld.ToArray();
        var bounds = attack.Propagate();
        var found = withheld.Where(i => attack.IsFound(bounds[i])).Select(i => Tell(attack, i, bounds[i])).ToArray();
        output.WriteLine($"{profile}: {attack.Cells.Count} cells, {attack.Relations} relations, {withheld.Length} withheld; passing bounds on finds {found.Length}");
        foreach (var line in found)
        {
            output.WriteLine(line);
        }

        Assert.Empty(found);

        if (GlpSolve.IsInstalled)
        {
            var clock = Stopwatch.StartNew();
            var intervals = attack.SolveAll(output.WriteLine);
            Assert.Equal(withheld.Length, intervals.Count);
            found = [.. intervals.Where(cell => attack.IsFound(cell.Value)).Select(cell => Tell(attack, cell.Key, cell.Value))];
            output.WriteLine($"{profile}: the solver finds {found.Length} of {withheld.Length}, {clock.Elapsed.TotalSeconds:F0} s");
            foreach (var line in found)
            {
                output.WriteLine(line);
            }

            Assert.Empty(found);
        }
    }

    [DatabaseTheory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public async Task Cells_OfANaivePattern_AreFoundByTheSameAttack(string profile)
    {
        // A publisher that withholds small counts and nothing beside them.
        var contacts = PublishedTable.Protected.Single(table => table.Measures[0] == "contacts");
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var complements = (await demo.Warehouse.ListAsync<(string Members, long Count)>(
            $"select members::text, count from ops.protected_count where profile = '{profile}' and measure = 'contacts' and published_to is null and withheld and count > {policy.Threshold}"))
            .ToDictionary(cell => string.Join('|', contacts.CodesOf(cell.Members)!), cell => policy.Round(cell.Count), StringComparer.Ordinal);
        Assert.NotEmpty(complements);
        var naive = (await SeenAsync(profile)).Where(cell => cell.Measure == "contacts")
            .Select(cell => complements.TryGetValue($"{(cell.Period == "all" ? "total" : cell.Period)}|{cell.Codes.GetValueOrDefault("region", "total")}|{cell.Codes.GetValueOrDefault("topic", "total")}", out var value)
                ? cell with { Status = "ok", Value = value } : cell);
        var attack = new OutsideAttack(naive, policy.Threshold, policy.RoundingBase);
        var bounds = attack.Propagate();
        Assert.Contains(attack.Withheld, i => attack.IsFound(bounds[i]));
    }

    [DatabaseTheory]
    [InlineData("crimes_per_100_assisted")]
    [InlineData("persons_credited")]
    public async Task Cells_OfAPublisherWhoForgetsWhatIsMadeOfCounts_AreFound(string measure)
    {
        // As if withheld counts of persons had been left out and what is made of them had not.
        var seen = await SeenAsync("donor");
        var made = seen.Where(cell => cell.Measure == measure && cell.Value > 0).ToList();
        Assert.NotEmpty(made);
        var hidden = seen.ConvertAll(cell => cell.Measure == "persons_assisted" && cell.Status == "ok" && made.Exists(one =>
            one.Period == cell.Period && (measure == "persons_credited" ? cell.Codes.Count == 0 : cell.Codes.Count == one.Codes.Count && cell.Codes.All(code => one.Codes.GetValueOrDefault(code.Key) == code.Value)))
            ? cell with { Status = "withheld", Value = null } : cell);
        // Intakes and other measures are of no help here.
        string[] kept = ["persons_assisted", "crimes_registered", measure];
        var attack = new OutsideAttack(hidden.Where(cell => kept.Contains(cell.Measure, StringComparer.Ordinal)), SuppressionPolicy.Donor.Threshold, SuppressionPolicy.Donor.RoundingBase);
        var withheld = attack.Withheld.Where(i => attack.Cells[i].Codes.Count == 0).ToArray();
        Assert.NotEmpty(withheld);
        if (measure == "persons_credited")
        {
            // Who came to a programme is among all who were assisted.
            var bounds = GlpSolve.IsInstalled ? attack.SolveExactly(withheld) : null;
            Assert.True(bounds is null || bounds.Any(cell => cell.Value.Lower > SuppressionPolicy.Donor.Threshold));
        }
        else
        {
            Assert.Contains(attack.Propagate().Select((interval, i) => (interval, i)), cell => withheld.Contains(cell.i) && cell.interval.Upper - cell.interval.Lower <= SuppressionPolicy.Donor.RoundingBase);
        }
    }

    private static string Tell(OutsideAttack attack, int cell, (double Lower, double Upper) interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{attack.Cells[cell].Measure} {attack.Cells[cell].Period} {string.Join(' ', attack.Cells[cell].Codes)}: {interval.Lower} to {interval.Upper}");

    private async Task<List<SeenCell>> SeenAsync(string profile)
    {
        await using var connection = await demo.Warehouse.Etl.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"select measure, period_kind, period, period_start, period_end, value, status, members from pub.cell where profile = @profile and not members ?| array['organisation', 'source']", connection);
        command.Parameters.AddWithValue("profile", profile);
        await using var reader = await command.ExecuteReaderAsync();
        List<SeenCell> cells = [];
        while (await reader.ReadAsync())
        {
            var codes = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(7))!;
            cells.Add(new SeenCell(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), codes,
                reader.IsDBNull(5) ? null : reader.GetDecimal(5), reader.GetString(6)));
        }

        return cells;
    }
}
