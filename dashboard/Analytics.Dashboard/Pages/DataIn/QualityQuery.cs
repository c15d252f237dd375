using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Pages.DataIn;

/// <summary>What a rule of quality found in a file: how many, where the first stand, and never a value.</summary>
public sealed class QualityRow
{
    public long BatchId { get; init; }

    public string FileName { get; init; } = "";

    public string Feed { get; init; } = "";

    public string Rule { get; init; } = "";

    public string Severity { get; init; } = "";

    public long Checked { get; init; }

    public long Found { get; init; }

    public long StillOpen { get; init; }

    public long[] Lines { get; init; } = [];

    public string[] Subjects { get; init; } = [];
}

/// <summary>The findings of the rules, worst and newest first, from <c>ops</c>.</summary>
public sealed class QualityQuery(AdminDatabase database)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<QualityRow>> ReadAsync(Rights rights, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        return [.. await connection.QueryAsync<QualityRow>(new CommandDefinition(SqlText.Beside<QualityQuery>("quality.sql"), new { most = Most }, cancellationToken: token))];
    }
}
