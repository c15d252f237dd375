using Analytics.Database;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish;

/// <summary>
/// Persons credited to each donor of each programme, and over all programmes and donors. Made from the published counts of the
/// programmes (<see cref="PublishedCredit"/>), so that they tell nothing beyond them.
/// </summary>
internal static class CreditCells
{
    private const string Measure = "persons_credited";
    private const string Reach = "persons_assisted";

    /// <param name="cells">Published counts of all profiles.</param>
    public static async Task<IReadOnlyList<PublishedCell>> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<PublishedCell> cells, CancellationToken token)
    {
        var shares = (await connection.QueryAsync<Share>(new CommandDefinition(Sql("donor_shares.sql"), cancellationToken: token)))
            .GroupBy(share => (share.Programme, share.Spell))
            .ToDictionary(spell => spell.Key, spell => (IReadOnlyDictionary<string, decimal>)spell.ToDictionary(share => share.Donor, share => share.Of, StringComparer.Ordinal));
        var patterns = await connection.QueryAsync<Pattern>(new CommandDefinition(Sql("count_credit.sql"), commandTimeout: 0, cancellationToken: token));
        var credits = patterns.GroupBy(pattern => pattern.Period, StringComparer.Ordinal)
            .ToDictionary(period => period.Key, period => SharedCredit.Of(period.Select(pattern => pattern.Of(shares))), StringComparer.Ordinal);
        var batches = (await connection.QueryAsync<CreditBatches>(new CommandDefinition(Sql("credit_batches.sql"), commandTimeout: 0, cancellationToken: token)))
            .ToDictionary(row => (row.Period, row.Programme, row.Donor), row => row.Batches);
        return
        [
            .. SuppressionPolicy.All.SelectMany(policy => Of(policy, credits, cells)).Select(cell => cell with
            {
                Batches = batches.GetValueOrDefault((cell.Period.Id, cell.Codes.GetValueOrDefault(Dimension.Programme), cell.Codes.GetValueOrDefault(Dimension.Donor))) ?? [],
            }),
        ];
    }

    /// <param name="credits">True credits by period.</param>
    public static IEnumerable<PublishedCell> Of(SuppressionPolicy policy, IReadOnlyDictionary<string, IReadOnlyList<ProgrammeCredit>> credits, IReadOnlyCollection<PublishedCell> cells)
    {
        var persons = cells.Where(cell => cell.Profile == policy.Profile && cell.Measure == Reach && cell.Codes.Count == 1 && cell.Codes.ContainsKey(Dimension.Programme)).ToList();
        var reach = persons.ToLookup(cell => cell.Period.Id, StringComparer.Ordinal);
        var hiddenYears = persons.Where(cell => cell.Period.Kind == PeriodKind.Year && cell.Status == CellStatus.Withheld).ToLookup(cell => cell.Codes[Dimension.Programme], cell => cell.Period, StringComparer.Ordinal);
        foreach (var (period, programmes) in credits)
        {
            var made = programmes.SelectMany(credit => OfProgramme(credit, reach[period].FirstOrDefault(cell => cell.Codes[Dimension.Programme] == credit.Programme), hiddenYears[credit.Programme], policy.Threshold)).ToList();
            foreach (var donor in made.GroupBy(cell => cell.Codes[Dimension.Donor], StringComparer.Ordinal))
            {
                yield return Sum([.. donor], (Dimension.Donor, donor.Key));
            }

            foreach (var cell in made)
            {
                yield return cell;
            }

            if (made.Count > 0)
            {
                yield return Sum(made, null);
            }
        }
    }

    private static IEnumerable<PublishedCell> OfProgramme(ProgrammeCredit exact, PublishedCell? reach, IEnumerable<Period> hiddenYears, int threshold)
    {
        if (reach is null)
        {
            yield break;
        }

        // Where shares changed within the period, the donors' parts tell how many came before and after: too much where a year is withheld.
        var tellsYears = exact.Shares is null && hiddenYears.Any(year => year.Start >= reach.Period.Start && year.End <= reach.Period.End);
        var published = PublishedCredit.Of(exact, reach.Status is CellStatus.Ok or CellStatus.Zero && !tellsYears ? (long)reach.Value!.Value : null, threshold);
        foreach (var donor in exact.ByDonor.Keys.Order(StringComparer.Ordinal))
        {
            var codes = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Programme] = exact.Programme, [Dimension.Donor] = donor };
            var persons = published is null ? (decimal?)null : published.GetValueOrDefault(donor);
            yield return reach with { Measure = Measure, Codes = codes, Status = Status(persons), Value = (double?)persons };
        }
    }

    /// <summary>A sum of what is published; without one part it would tell the part.</summary>
    private static PublishedCell Sum(List<PublishedCell> parts, (string Name, string Code)? cut)
    {
        var persons = parts.Exists(part => part.Value is null) ? (decimal?)null : parts.Sum(part => (decimal)part.Value!.Value);
        var codes = cut is { } one ? new Dictionary<string, string>(StringComparer.Ordinal) { [one.Name] = one.Code } : [];
        return parts[0] with { Codes = codes, Status = Status(persons), Value = (double?)persons, Provisional = parts.Exists(part => part.Provisional) };
    }

    private static CellStatus Status(decimal? persons) => persons switch { null => CellStatus.Withheld, 0 => CellStatus.Zero, _ => CellStatus.Ok };

    private static string Sql(string file) => SqlText.Beside(typeof(CreditCells), file);

    private sealed class Share
    {
        public required string Programme { get; init; }

        public required string Spell { get; init; }

        public required string Donor { get; init; }

        public decimal Of { get; init; }
    }

    private sealed class CreditBatches
    {
        public required string Period { get; init; }

        public string? Programme { get; init; }

        public string? Donor { get; init; }

        public required long[] Batches { get; init; }
    }

    private sealed class Pattern
    {
        private static readonly Dictionary<string, decimal> s_nobody = new(StringComparer.Ordinal) { [SharedCredit.NoDonor] = 1 };

        public required string Period { get; init; }

        public required string[] Programmes { get; init; }

        public required string[] Spells { get; init; }

        public required int[] Intakes { get; init; }

        public long Persons { get; init; }

        public CreditPattern Of(IReadOnlyDictionary<(string Programme, string Spell), IReadOnlyDictionary<string, decimal>> shares) => new(
            [.. Programmes.Select((programme, index) => new CreditedIntakes(programme, shares.GetValueOrDefault((programme, Spells[index])) ?? s_nobody, Intakes[index]))],
            Persons);
    }
}
