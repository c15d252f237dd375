using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>A round of linkage as <c>ops.link_round</c> and the records know it.</summary>
/// <param name="State">open, closed, or never opened.</param>
internal sealed record LinkRound(string Fingerprint, string State, int Records)
{
    public bool IsOpen => State == "open";
}

/// <summary>Opens and closes rounds. Tokens are never changed or deleted by it.</summary>
internal static class LinkRounds
{
    public static async Task<IReadOnlyList<LinkRound>> ReadAsync(NpgsqlDataSource database, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return [.. await connection.QueryAsync<LinkRound>(new CommandDefinition(SqlText.Beside(typeof(LinkRounds), "rounds.sql"), cancellationToken: stop))];
    }

    /// <returns>Null where it can be opened.</returns>
    public static string? WhyNotOpen(IReadOnlyList<LinkRound> rounds, string round) =>
        rounds.Any(known => known.Fingerprint == round && known.IsOpen) ? $"round {round} is open already." : null;

    /// <returns>Null where it can be closed.</returns>
    public static string? WhyNotClose(IReadOnlyList<LinkRound> rounds, string round) =>
        rounds.Any(known => known.Fingerprint == round && known.IsOpen) ? null : $"round {round} is not open; ./analytics round lists those that are.";

    public static string WhatOpeningDoes(IReadOnlyList<LinkRound> rounds, string round)
    {
        var others = rounds.Where(known => known.Fingerprint != round && known.Records > 0).ToList();
        var open = rounds.Where(known => known.Fingerprint != round && known.IsOpen).Select(known => known.Fingerprint).ToList();
        return $"Opening round {round}, token schema pt1: tokens of this key are taken"
            + (open.Count > 0 ? $", beside those of {string.Join(", ", open)}, which stays open until closed" : "")
            + "; tokens of every other key are refused at the door, one line a row."
            + (others.Count > 0
                ? $" The {others.Sum(known => known.Records)} records of {string.Join(", ", others.Select(known => known.Fingerprint))} are never compared with the new ones: a person in both counts twice until both lists are encoded with the new key and sent again."
                : "");
    }

    public static string WhatClosingDoes(IReadOnlyList<LinkRound> rounds, string round)
    {
        var last = rounds.Count(known => known.IsOpen) == 1;
        return $"Closing round {round}: its {rounds.First(known => known.Fingerprint == round).Records} records and their links stay."
            + (last ? " No round is open then, and tokens of any key are taken." : " Its tokens are refused from now on.");
    }

    public static Task OpenAsync(NpgsqlDataSource database, string round, TimeProvider time, CancellationToken stop) => ExecuteAsync(
        database,
        "insert into ops.link_round (round, opened_at) values (@round, @now) on conflict (round) do update set opened_at = @now, closed_at = null",
        round, time, stop);

    public static Task CloseAsync(NpgsqlDataSource database, string round, TimeProvider time, CancellationToken stop) => ExecuteAsync(
        database, "update ops.link_round set closed_at = @now where round = @round and closed_at is null", round, time, stop);

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, string round, TimeProvider time, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { round, now = time.GetUtcNow() }, cancellationToken: stop));
    }
}
