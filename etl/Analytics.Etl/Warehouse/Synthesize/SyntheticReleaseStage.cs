using System.Data;
using Analytics.Database;
using Analytics.Domain.SyntheticRelease;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Synthesize;

/// <summary>What can be said before anything is spent.</summary>
/// <param name="Persons">About how many persons there are, as published for everybody; null when nothing is.</param>
/// <param name="Spent">What earlier releases gave away.</param>
internal sealed record ReleaseOutlook(ReleasePlan Plan, int? Persons, PrivacyLoss Spent, ReleaseAdvice Advice)
{
    /// <summary>ε of this release and all before it together.</summary>
    public double EpsilonAfter => (Spent + Plan.Loss).EpsilonAt(Plan.Delta);
}

/// <summary>Records made up, and how near they come to the true ones: the report is for the one who decides, not for readers.</summary>
internal sealed record ReleasedRecords(IReadOnlyList<PublicVariable> Attributes, IReadOnlyList<int[]> Records, UtilityReport Utility);

/// <summary>
/// Differentially private synthetic records of the persons assisted, for researchers. The privacy that a release spends is entered
/// in the ledger before the records are handed out, and releases add up.
/// </summary>
internal sealed class SyntheticReleaseStage(NpgsqlDataSource database, TimeProvider time)
{
    // Any constant of our own: two releases at once would each think the other's privacy unspent.
    private const long LockKey = 0x73796E7468657469;

    private const string Unknown = "unknown";
    private const string Other = "other";
    private static readonly string[] s_sexes = ["female", "male", Other, Unknown];
    private static readonly string[] s_ages = ["0-8", "9-17", "18-29", "30-38", "39-47", "48+", Unknown];
    private static readonly string[] s_destinations = ["KGZ", "RUS", "KAZ", "TUR", Other, Unknown];
    private static readonly string[] s_applied = ["yes", "no", Unknown];

    public async Task<ReleaseOutlook> LookAsync(double epsilon, double delta, int order, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await LookAsync(connection, epsilon, delta, order, token);
    }

    /// <summary>Spends the plan's privacy.</summary>
    public async Task<ReleasedRecords> ReleaseAsync(ReleaseOutlook outlook, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, cancellationToken: token));
        var plan = outlook.Plan;
        var people = await connection.QueryAsync<Person>(new CommandDefinition(Sql("people.sql"), cancellationToken: token));
        var table = new PersonTable(plan.Attributes, [.. people.Select(person => Places(plan.Attributes, person))]);
        var counts = await Task.Run(() => NoisyCounts.Measure(plan, table, UniformIntegers.Secure, token), token);
        var records = await Task.Run(() => Synthesizer.Synthesize(counts, UniformIntegers.Secure, token), token);
        await connection.ExecuteAsync(new CommandDefinition(Sql("add_release.sql"), new
        {
            released_at = time.GetUtcNow(),
            attributes = plan.Attributes.Select(attribute => attribute.Name).ToArray(),
            largest_order = plan.Orders.Count,
            epsilon = plan.Epsilon,
            delta = plan.Delta,
            rho = plan.Loss.Rho,
            records = records.Count,
        }, cancellationToken: token));
        await transaction.CommitAsync(token);
        return new ReleasedRecords(plan.Attributes, records, UtilityReport.Of(plan, table, records));
    }

    private static async Task<ReleaseOutlook> LookAsync(NpgsqlConnection connection, double epsilon, double delta, int order, CancellationToken token)
    {
        var lists = (await connection.QueryAsync<(string Attribute, string Code)>(new CommandDefinition(Sql("lists.sql"), cancellationToken: token)))
            .ToLookup(row => row.Attribute, row => row.Code, StringComparer.Ordinal);
        PublicVariable[] attributes =
        [
            new("year", [.. lists["year"], Unknown]),
            new("sex", s_sexes),
            new("age_band", s_ages),
            new("form", [.. lists["form"].Where(form => form != Unknown), "several", Unknown]),
            new("region", [.. lists["region"], Unknown]),
            new("destination", s_destinations),
            new("applied_to_police", s_applied),
        ];
        var persons = await connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(Sql("persons_published.sql"), cancellationToken: token));
        var spent = await connection.ExecuteScalarAsync<double>(new CommandDefinition("select coalesce(sum(rho), 0) from ops.synthetic_release", cancellationToken: token));
        var plan = new ReleasePlan(attributes, epsilon, delta, order);
        return new ReleaseOutlook(plan, persons, new PrivacyLoss(spent), ReleaseAdvice.For(plan, persons ?? 0));
    }

    private static int[] Places(IReadOnlyList<PublicVariable> attributes, Person person)
    {
        string[] codes = [person.Year, person.Sex, person.Age_Band, person.Form, person.Region, person.Destination, person.Applied_To_Police];
        return [.. attributes.Select((attribute, a) => PlaceOf(attribute.Codes, codes[a]))];
    }

    // A code outside its public list is another one, or unknown: the list must not grow with the records.
    private static int PlaceOf(IReadOnlyList<string> codes, string code)
    {
        var (found, other) = (-1, -1);
        for (var i = 0; i < codes.Count; i++)
        {
            found = codes[i] == code ? i : found;
            other = codes[i] == Other ? i : other;
        }

        return found >= 0 ? found : other >= 0 ? other : codes.Count - 1;
    }

    private static string Sql(string file) => SqlText.Beside<SyntheticReleaseStage>(file);

    private sealed record Person(string Year, string Sex, string Age_Band, string Form, string Region, string Destination, string Applied_To_Police);
}
