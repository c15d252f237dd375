using Analytics.Dashboard.Access;
using Analytics.Database;
using Analytics.Domain.Linkage;
using Dapper;

namespace Analytics.Dashboard.Pages.Linkage;

/// <summary>A pair of records: where they come from and how far they agree, never what they say.</summary>
/// <param name="Agreement">agree, close, differ or missing, separated by spaces, of given name, family name, patronymic, date of birth, sex, place.</param>
/// <param name="Verdict">same, different, later, or null.</param>
public sealed record ReviewPair(
    long A, long B, double BandFrom, string SourceA, string SourceB, string Agreement, bool Linked, int Turn, string? Verdict, DateTime? DecidedAt)
{
    public IReadOnlyList<string> Levels { get; } = Agreement.Split(' ');

    public bool IsJudged => Verdict is "same" or "different";
}

public sealed record ReviewBandRow(double From, double To, int Pairs, bool Linked);

public sealed record LinkRunRow(
    int Records, int Persons, double Threshold, string MeasuredBy, double Unseen, DateTime StartedAt,
    double Precision, double PrecisionLower, double PrecisionUpper, double Recall, double RecallLower, double RecallUpper);

public sealed record LinkageView(IReadOnlyList<ReviewPair> Pairs, IReadOnlyList<ReviewBandRow> Bands, LinkRunRow? Run)
{
    public int Judged => Pairs.Count(pair => pair.IsJudged);

    /// <summary>The next pair without a decision; those put off come last.</summary>
    public ReviewPair? Next => Pairs.FirstOrDefault(pair => pair.Verdict is null) ?? Pairs.FirstOrDefault(pair => pair.Verdict == "later");

    /// <summary>The pair that was decided last.</summary>
    public ReviewPair? Last => Pairs.Where(pair => pair.DecidedAt is not null).MaxBy(pair => pair.DecidedAt);

    /// <summary>Precision and recall by what was reviewed; null until enough of every band is.</summary>
    public MeasuredError? Reviewed
    {
        get
        {
            var reviewed = Bands.Select(band =>
            {
                var judged = Pairs.Where(pair => pair.BandFrom.Equals(band.From) && pair.IsJudged).ToList();
                return new ReviewedBand(band.Pairs, judged.Count, judged.Count(pair => pair.Verdict == "same"), band.Linked);
            }).ToList();
            return ClericalReview.IsEnough(reviewed) ? ClericalReview.Estimate(reviewed, Run?.Unseen ?? 0) : null;
        }
    }
}

/// <summary>The queue of pairs and the decisions, from <c>ops</c>.</summary>
public sealed class LinkageQuery(AdminDatabase database, TimeProvider time)
{
    public async Task<LinkageView> ReadAsync(Rights rights, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        return new LinkageView(
            [.. await connection.QueryAsync<ReviewPair>(new CommandDefinition(Sql("review.sql"), cancellationToken: token))],
            [.. await connection.QueryAsync<ReviewBandRow>(new CommandDefinition(Sql("bands.sql"), cancellationToken: token))],
            await connection.QuerySingleOrDefaultAsync<LinkRunRow>(new CommandDefinition(Sql("last_run.sql"), cancellationToken: token)));
    }

    /// <param name="verdict">same, different, later, or null to take back what was decided.</param>
    /// <param name="by">Name of the account.</param>
    public async Task DecideAsync(Rights rights, ReviewPair pair, string? verdict, string by, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition(
            Sql(verdict is null ? "undo.sql" : "decide.sql"), new { a = pair.A, b = pair.B, verdict, by, now = time.GetUtcNow() }, cancellationToken: token));
        await transaction.CommitAsync(token);
    }

    private static string Sql(string file) => SqlText.Beside<LinkageQuery>(file);
}
