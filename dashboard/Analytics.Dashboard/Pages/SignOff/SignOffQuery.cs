using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Pages.SignOff;

/// <summary>A month of a source: what came for it, and where its review stands.</summary>
/// <param name="State">draft, reviewed or published.</param>
/// <param name="Step">Number of its last step; 0 where nobody has decided anything.</param>
/// <param name="Rejected">Rows rejected in the files that came for it.</param>
/// <param name="OpenFindings">Errors and warnings of the quality rules in those files that still stand.</param>
/// <param name="IsLate">Its first file came later than the source's rhythm allows.</param>
/// <param name="IsChangedSince">A file came after it was signed off.</param>
public sealed record ReviewedMonth(
    string SourceId, string Feed, DateOnly Month, string State, string? Account, DateTime? DecidedAt, string? Comment, int Step,
    int Files, DateTime? LastReceivedAt, long Rejected, long OpenFindings, bool IsLate, bool IsChangedSince)
{
    public (string, DateOnly) Key => (SourceId, Month);

    /// <summary>Somebody has to look at it.</summary>
    public bool IsOpen => State != ReviewState.Published || IsChangedSince;
}

/// <summary>A step of a month's review.</summary>
public sealed record ReviewStep(string SourceId, DateOnly Month, string State, string Account, DateTime DecidedAt, string? Comment);

/// <summary>A step that was just taken.</summary>
public sealed record TakenStep(string SourceId, DateOnly Month, int Step, string State);

/// <summary>The states of a review, in their order.</summary>
public static class ReviewState
{
    public const string Draft = "draft";
    public const string Reviewed = "reviewed";
    public const string Published = "published";

    public static string? After(string state) => state switch { Draft => Reviewed, Reviewed => Published, _ => null };

    public static string? Before(string state) => state switch { Published => Reviewed, Reviewed => Draft, _ => null };
}

/// <summary>Review and sign-off of the months of each source.</summary>
public sealed class SignOffQuery(AdminDatabase database, TimeProvider time)
{
    public async Task<IReadOnlyList<ReviewedMonth>> MonthsAsync(Rights rights, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        return [.. await connection.QueryAsync<ReviewedMonth>(new CommandDefinition(Sql("months.sql"), cancellationToken: token))];
    }

    public async Task<ILookup<(string, DateOnly), ReviewStep>> StepsAsync(Rights rights, IReadOnlyList<ReviewedMonth> months, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        var parameters = new { sources = months.Select(month => month.SourceId).ToArray(), months = months.Select(month => month.Month).ToArray() };
        return (await connection.QueryAsync<ReviewStep>(new CommandDefinition(Sql("steps.sql"), parameters, cancellationToken: token)))
            .ToLookup(step => (step.SourceId, step.Month));
    }

    /// <param name="to">The state that each month goes to; a month without one stays.</param>
    /// <param name="comment">A step back needs one.</param>
    /// <returns>The steps taken; fewer than asked where somebody else was faster.</returns>
    public async Task<IReadOnlyList<TakenStep>> StepAsync(
        Rights rights, IReadOnlyList<TakenStep> months, Func<string, string?> to, string account, string? comment, CancellationToken token)
    {
        var moved = months.Where(month => to(month.State) is not null).ToList();
        await using var connection = await database.OpenAsync(rights, token);
        var parameters = new
        {
            sources = moved.Select(month => month.SourceId).ToArray(),
            months = moved.Select(month => month.Month).ToArray(),
            steps = moved.Select(month => month.Step).ToArray(),
            states = moved.Select(month => to(month.State)!).ToArray(),
            account,
            comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(),
            now = time.GetUtcNow(),
        };
        return [.. await connection.QueryAsync<TakenStep>(new CommandDefinition(Sql("add_steps.sql"), parameters, cancellationToken: token))];
    }

    private static string Sql(string file) => SqlText.Beside<SignOffQuery>(file);
}
