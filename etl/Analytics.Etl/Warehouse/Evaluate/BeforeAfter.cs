using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Evaluate;

/// <summary>
/// Before and after every programme's start and every policy event, per profile, kept with the publication. Each answer is a function
/// of cells that the same profile reads in the same publication; the true counts are out of reach here.
/// </summary>
internal static class BeforeAfter
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads what is asked about; the answers are worked out while other things go on, on every core.</summary>
    /// <param name="cells">Published cells of all profiles, which do not change any more.</param>
    /// <returns>The answers under way.</returns>
    public static async Task<Task<object[]>> AskAsync(NpgsqlConnection connection, long publication, IReadOnlyCollection<PublishedCell> cells, CancellationToken token)
    {
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(Sql("subjects.sql"), cancellationToken: token))).ToList();
        Subject[] subjects = [.. rows.Where(row => row.Kind != "break").Select(row => new Subject(row.Kind, row.Code, row.Name, row.On, row.Regions))];
        SeriesBreak[] breaks = [.. rows.Where(row => row.Kind == "break").Select(row => new SeriesBreak(row.On, row.Name))];
        var measures = Question.Measures.Select(id => MeasureCatalogue.Find(id)!).ToArray();
        return Task.Run(
            () =>
            {
                var questions = from policy in SuppressionPolicy.All
                                let series = new PublishedSeries(cells.Where(cell => cell.Profile == policy.Profile))
                                from subject in subjects
                                from measure in measures
                                select (policy, series, subject, measure);
                return questions.ToArray().AsParallel().AsOrdered().WithCancellation(token)
                    .Select(asked => (asked.policy, asked.subject, asked.measure, Answer: Question.Ask(asked.series, asked.subject, asked.measure, breaks)))
                    .Where(answered => answered.Answer is not null)
                    .Select(answered => Answer(publication, answered.policy, answered.measure, answered.subject, answered.Answer!.Value.Result, answered.Answer.Value.Regions))
                    .ToArray();
            },
            token);
    }

    public static Task SaveAsync(NpgsqlConnection connection, object[] answers, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(Sql("add_evaluation.sql"), answers, cancellationToken: token));

    private static object Answer(long publication, SuppressionPolicy policy, Measure measure, Subject subject, EvaluationResult result, IReadOnlyList<string> regions) => new
    {
        publication,
        profile = policy.Profile,
        kind = subject.Kind,
        subject = subject.Code,
        measure = measure.Id,
        frequency = result.Question.Series.Frequency == SeriesFrequency.Monthly ? "month" : "quarter",
        happened_on = subject.On,
        outcome = Outcomes.Of(result, moreIsBetter: true) switch
        {
            Outcome.Improved => "improved",
            Outcome.Worsened => "worsened",
            Outcome.NoChange => "no_change",
            _ => "cannot_be_told",
        },
        body = JsonSerializer.Serialize(
            BeforeAfterBody.Of(result, regions, measure.Kind == MeasureKind.ProtectedCount ? policy.RoundingBase : 1), s_json),
    };

    private static string Sql(string file) => SqlText.Beside(typeof(BeforeAfter), file);

    private sealed class Row
    {
        public required string Kind { get; init; }

        public required string Code { get; init; }

        public DateOnly On { get; init; }

        public required string[] Regions { get; init; }

        public required string En { get; init; }

        public required string Ru { get; init; }

        public required string Ky { get; init; }

        public LocalText Name => new(En, Ru, Ky);
    }
}
