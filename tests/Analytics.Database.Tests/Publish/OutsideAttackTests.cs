using System.Globalization;
using Analytics.Domain.Disclosure;
using Npgsql;
using Xunit.Abstractions;

namespace Analytics.Database.Tests.Publish;

/// <summary>The demonstration publication under attack by somebody who has nothing but what a profile is shown.</summary>
[Collection(ReadsPublishedDemo.Name)]
public sealed class OutsideAttackTests(PublishedDemo demo, ITestOutputHelper output)
{
    private static readonly string[] s_dimensions = ["region", "sex", "age_band", "form", "destination", "topic", "reason", "programme", "donor", "article_group"];

    [DatabaseTheory]
    [InlineData("ministry", 30)]
    [InlineData("donor", 30)]
    [InlineData("public", 30)]
    public async Task Cells_OfAProfile_BoundNoWithheldCountMoreTightlyThanItsRange(string profile, int solved)
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

        if (OutsideAttack.HasSolver)
        {
            // An outside solver on a fixed sample: each programme takes it a good part of a second.
            var random = new Random(20261121);
            foreach (var cell in withheld.OrderBy(_ => random.Next()).Take(solved))
            {
                var interval = attack.Solve(cell);
                Assert.False(attack.IsFound(interval), Tell(attack, cell, interval));
            }
        }
    }

    private static string Tell(OutsideAttack attack, int cell, (double Lower, double Upper) interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{attack.Cells[cell].Measure} {attack.Cells[cell].Period} {string.Join(' ', attack.Cells[cell].Codes)}: {interval.Lower} to {interval.Upper}");

    private async Task<List<SeenCell>> SeenAsync(string profile)
    {
        await using var connection = await demo.Warehouse.Etl.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"select measure, period_kind, period, period_start, period_end, value, status, {string.Join(", ", s_dimensions)} from pub.cell where profile = @profile and organisation = 'total' and source = 'total'", connection);
        command.Parameters.AddWithValue("profile", profile);
        await using var reader = await command.ExecuteReaderAsync();
        List<SeenCell> cells = [];
        while (await reader.ReadAsync())
        {
            var codes = s_dimensions.Select((dimension, d) => (dimension, Code: reader.GetString(7 + d))).Where(pair => pair.Code != "total")
                .ToDictionary(pair => pair.dimension, pair => pair.Code, StringComparer.Ordinal);
            cells.Add(new SeenCell(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), codes,
                reader.IsDBNull(5) ? null : reader.GetDecimal(5), reader.GetString(6)));
        }

        return cells;
    }
}
