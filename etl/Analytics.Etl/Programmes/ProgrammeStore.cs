using Analytics.Database;
using Analytics.Etl.Warehouse;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Programmes;

/// <summary>Takes what the programme files declare into <c>mart</c>: whole or not at all, and never a target that was changed in place.</summary>
internal sealed class ProgrammeStore(NpgsqlDataSource database, TimeProvider time)
{
    /// <returns>One line for each fault; with one the warehouse is as it was.</returns>
    public async Task<IReadOnlyList<string>> LoadAsync(string folder, CancellationToken token)
    {
        var (set, faults) = ProgrammeFiles.Read(folder);
        if (faults.Count > 0)
        {
            return faults;
        }

        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await WarehouseLock.WaitAsync(connection, WarehouseLock.Merge, token);
        var changed = await connection.QueryAsync<(string Programme, string Indicator, string Period, DateOnly EnteredOn, decimal Was)>(
            new CommandDefinition(Sql("changed_targets.sql"), Targets(set), cancellationToken: token));
        var changes = changed.Select(row => FormattableString.Invariant(
            $"targets.csv: the target of {row.Programme}, {row.Indicator}, {row.Period}, entered {row.EnteredOn:yyyy-MM-dd}, was {row.Was:0.######} when it was loaded; leave that line as it was and add the new target on a line of its own, with the day it was changed as entered_on.")).ToList();
        if (changes.Count > 0)
        {
            return changes;
        }

        await connection.ExecuteAsync(new CommandDefinition(Sql("save_programmes.sql"), Named(set), cancellationToken: token));
        await connection.ExecuteAsync(new CommandDefinition(Sql("save_grants.sql"), Money(set), cancellationToken: token));
        await connection.ExecuteAsync(new CommandDefinition(Sql("save_targets.sql"), Targets(set), cancellationToken: token));
        await transaction.CommitAsync(token);
        return [];
    }

    private static object Named(ProgrammeSet set) => new
    {
        donor = set.Donors.Select(one => one.Code).ToArray(),
        donor_en = set.Donors.Select(one => one.Name.En).ToArray(),
        donor_ru = set.Donors.Select(one => one.Name.Ru).ToArray(),
        donor_ky = set.Donors.Select(one => one.Name.Ky).ToArray(),
        account = set.Donors.Select(one => one.Account).ToArray(),
        programme = set.Programmes.Select(one => one.Code).ToArray(),
        programme_en = set.Programmes.Select(one => one.Name.En).ToArray(),
        programme_ru = set.Programmes.Select(one => one.Name.Ru).ToArray(),
        programme_ky = set.Programmes.Select(one => one.Name.Ky).ToArray(),
        starts_on = set.Programmes.Select(one => one.From).ToArray(),
        ends_on = set.Programmes.Select(one => one.To).ToArray(),
        regions = set.Programmes.Select(one => string.Join('|', one.Regions)).ToArray(),
    };

    private static object Money(ProgrammeSet set)
    {
        var shares = set.Shares.SelectMany(spell => spell.Shares.Select(share => (spell.Programme, Donor: share.Key, spell.From, spell.Until, Share: share.Value))).ToArray();
        return new
        {
            programme = set.Grants.Select(one => one.Programme).ToArray(),
            donor = set.Grants.Select(one => one.Donor).ToArray(),
            starts_on = set.Grants.Select(one => one.From).ToArray(),
            ends_on = set.Grants.Select(one => one.To).ToArray(),
            amount = set.Grants.Select(one => one.Amount).ToArray(),
            currency = set.Grants.Select(one => one.Currency).ToArray(),
            share = set.Grants.Select(one => one.Share).ToArray(),
            share_programme = shares.Select(one => one.Programme).ToArray(),
            share_donor = shares.Select(one => one.Donor).ToArray(),
            share_from = shares.Select(one => one.From).ToArray(),
            share_until = shares.Select(one => one.Until).ToArray(),
            share_of = shares.Select(one => one.Share).ToArray(),
        };
    }

    private object Targets(ProgrammeSet set) => new
    {
        programme = set.Targets.Select(one => one.Programme).ToArray(),
        indicator = set.Targets.Select(one => one.Indicator).ToArray(),
        period = set.Targets.Select(one => $"{one.Year:0000}").ToArray(),
        target = set.Targets.Select(one => one.Value).ToArray(),
        entered_on = set.Targets.Select(one => one.EnteredOn).ToArray(),
        loaded_at = time.GetUtcNow(),
    };

    private static string Sql(string file) => SqlText.Beside<ProgrammeStore>(file);
}
