using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>Publishes the estimates: a summary a profile and period, and the cells of the estimated measures.</summary>
internal static class EstimateCells
{
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    // A list and the measure of another table that counts the same persons; those of a year are not the same, but for the last.
    private static readonly (string List, string Measure, bool OfEveryPeriod)[] s_elsewhere =
        [("", "known_persons", false), ("register", "known_registered", false), ("ngo", "persons_assisted", true)];

    /// <param name="publication">The publication that is being made.</param>
    /// <param name="periods">Years, spans and all.</param>
    /// <param name="earlier">What every publication so far gave to each profile.</param>
    /// <param name="cells">The cells of all profiles; those of estimates are added.</param>
    /// <returns>The patterns of the overlaps, one a profile.</returns>
    public static async Task<IReadOnlyList<ProtectedTable>> AddAsync(
        NpgsqlConnection connection, long publication, IReadOnlyList<Period> periods, EarlierPublications earlier, List<PublishedCell> cells, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition("delete from pub.estimate", cancellationToken: token));
        var estimates = await EstimateStage.ReadAsync(connection, token);
        var releases = await ReleasedEstimate.ReadAsync(connection, token);
        var whole = cells.Where(cell => cell.Codes.Count == 0 && cell.Status is CellStatus.Ok or CellStatus.Zero or CellStatus.Withheld)
            .ToLookup(cell => (cell.Profile, cell.Period.Id, cell.Measure), cell => cell.Status != CellStatus.Withheld);
        var work = from estimate in estimates
                   let period = periods.FirstOrDefault(period => period.Id == estimate.Period)
                   where period is not null
                   from policy in SuppressionPolicy.All
                   select Task.Run(() => Tell(estimate.Result, policy, period, earlier, releases[(policy.Profile, period.Id)].ToList(), Elsewhere(whole, policy, period), token), token);
        var told = await Task.WhenAll(work);
        foreach (var (period, policy, summary, overlaps, release) in told)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into pub.estimate (profile, period, period_kind, content) values (@Profile, @period, @kind, @content::jsonb)",
                new { policy.Profile, period = period.Id, kind = period.Kind.Code(), content = JsonSerializer.Serialize(summary, s_json) },
                cancellationToken: token));
            cells.AddRange(Cells(policy.Profile, period, summary));
            if (release is not null)
            {
                await release.KeepAsync(connection, publication, policy.Profile, period.Id, token);
            }
        }

        return [.. told.GroupBy(one => one.Policy).Select(profile => new ProtectedTable(
            ProtectedOverlaps.Published, profile.Key, new CountTable([], [.. profile.SelectMany(one => one.Overlaps.Table.Cells)]), [.. profile.SelectMany(one => one.Overlaps.Cells)]))];
    }

    private static Told Tell(
        EstimationResult result, SuppressionPolicy policy, Period period, EarlierPublications earlier, List<ReleasedEstimate> releases,
        IReadOnlyDictionary<string, bool> elsewhere, CancellationToken token)
    {
        var code = TableProtection.Code(period);
        var knowledge = new OverlapKnowledge(code, earlier.Of(ProtectedOverlaps.Published, policy, [period], _ => ProtectedOverlaps.Dimensions(code)), elsewhere);
        var released = string.Join(';', releases.Select(release => $"{string.Join(',', release.Histories)}:{string.Join(',', release.Withheld)}:{release.RoundedTo}"));
        return EstimateMemory.Recall($"{policy.Profile}|{knowledge.Key}|{released}", result.Table, result.Options.Linkage, () =>
        {
            var overlaps = ProtectedOverlaps.Of(result.Table, policy, knowledge, token);
            var summary = Summarise(result, policy, overlaps, releases, token);
            return new Told(
                period, policy, summary, overlaps,
                summary.Hidden is not null && overlaps.Hidden.Count > 0 ? ReleasedEstimate.Of(result.Table, overlaps.Hidden, summary.RoundedTo) : null);
        });
    }

    private static Dictionary<string, bool> Elsewhere(ILookup<(string, string, string), bool> whole, SuppressionPolicy policy, Period period)
    {
        var elsewhere = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (list, measure, ofEveryPeriod) in s_elsewhere.Where(one => one.OfEveryPeriod || period.Id == PeriodTree.All))
        {
            foreach (var isShown in whole[(policy.Profile, period.Id, measure)])
            {
                elsewhere[list] = isShown;
            }
        }

        return elsewhere;
    }

    /// <summary>What one profile may see of an estimate.</summary>
    /// <param name="releases">Estimates of the period that the profile was shown before.</param>
    public static EstimateSummary Summarise(
        EstimationResult result, SuppressionPolicy policy, ProtectedOverlaps overlaps, IReadOnlyCollection<ReleasedEstimate> releases, CancellationToken token)
    {
        var to = EstimateRelease.Rounding(result, overlaps.Hidden, policy, releases, token);
        var summary = new EstimateSummary
        {
            Verdict = result.Verdict.Level,
            Reasons = [.. result.Verdict.Reasons.Select(reason => Reason(reason, namesLists: policy == SuppressionPolicy.Ministry))],
            Lists = [.. result.Table.Lists],
            Overlaps = overlaps.Histories,
            Totals = overlaps.Totals,
            MissRate = result.Options.Linkage?.MissRate,
            FalseMatchRate = result.Options.Linkage?.FalseMatchRate,
            Seed = result.Options.Seed,
            Replicates = result.Options.Replicates,
            Withheld = result.Verdict.Estimable && to is null,
        };
        return to is { } rounding ? Rounded(summary, result, rounding, overlaps.Hidden.Count > 0, namesModels: policy == SuppressionPolicy.Ministry) : summary;
    }

    /// <summary>How two lists lie to each other tells of their overlap, which may be withheld: the lists are named where models are.</summary>
    private static ReasonSummary Reason(VerdictReason reason, bool namesLists) =>
        reason.Code is ReasonCode.SameLists or ReasonCode.ListInside or ReasonCode.ListNearlyInside or ReasonCode.NoSharedPersons or ReasonCode.ListApart && !namesLists
            ? new(reason.Code, reason.Level, null, reason.Limit)
            : new(reason.Code, reason.Level, reason.Subject, reason.Limit, reason.Other);

    private static EstimateSummary Rounded(EstimateSummary summary, EstimationResult result, int to, bool anyWithheld, bool namesModels)
    {
        var beside = EstimateRelease.Beside(to, result.HiddenPersons!.Value, anyWithheld);
        var near = result.Search?.Within(10).Total;
        var thresholds = result.AtThreshold.Select(variation => variation.Total).OfType<double>().ToList();
        return summary with
        {
            RoundedTo = to,
            Hidden = EstimateRelease.Round(result.HiddenPersons!.Value, to),
            Interval95 = Range(result.Interval95),
            IntervalKind = result.IntervalKind,
            Asymptotic95 = Range(result.Asymptotic95 ?? default),
            // A model names the pairs of lists that depend, which overlaps that are withheld would show.
            Model = namesModels ? Name(result.Model?.Model) : null,
            Models = [.. (result.Bootstrap?.Models ?? []).Take(5).Select(model => new ChosenModel(namesModels ? Name(model.Model) : null, anyWithheld ? Math.Round(model.Share * 20) / 20 : Math.Round(model.Share, 2)))],
            DistinctModels = result.Bootstrap?.DistinctModels ?? 0,
            NearModels = near is { } range ? Range(range) : default,
            Thresholds = thresholds.Count == 0 ? default : Range(new Interval(thresholds.Min(), thresholds.Max())),
            WithoutLists = [.. result.WithoutList.Select(variation => new WithoutOne(
                variation.What, variation.Total is { } total ? Math.Max(0, EstimateRelease.Round(total - result.Observed, beside)) : null))],
            LinkageChange = result.Linkage?.Total / result.Total - 1 is { } change ? Math.Round(change, 2) : null,
        };

        Interval Range(Interval totals) => EstimateRelease.Outward(new(totals.Lower - result.Observed, totals.Upper - result.Observed), beside);

        string? Name(LogLinearModel? model) => model is null ? null : string.Join(" + ", model.Interactions.Select(result.Table.Name));
    }

    private static IEnumerable<PublishedCell> Cells(string profile, Period period, EstimateSummary summary)
    {
        if (!summary.Withheld && summary.Hidden is null)
        {
            // Not estimable is an answer of its own, told by the summary; no cell pretends a number.
            yield break;
        }

        var (known, register) = (summary.Totals[0].Persons, Register(summary));
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        yield return summary.Withheld ? Cell("hidden_persons", null, default) : Cell("hidden_persons", summary.Hidden, summary.Interval95);
        yield return summary.Withheld || known is null ? Cell("hidden_share", null, default) : Cell("hidden_share", Share(summary.Hidden), new(Share(summary.Interval95.Lower), Share(summary.Interval95.Upper)));
        yield return summary.Withheld || known is null || register is null
            ? Cell("unregistered_share_of_total", null, default)
            : Cell("unregistered_share_of_total", Unregistered(summary.Hidden), new(Unregistered(summary.Interval95.Lower), Unregistered(summary.Interval95.Upper)));

        double? Share(double? hidden) => hidden / (hidden + known);

        double? Unregistered(double? hidden) => 1 - (register / (hidden + known));

        PublishedCell Cell(string measure, double? value, Interval interval) => new(
            profile, measure, period, codes, value is null ? CellStatus.Withheld : value == 0 ? CellStatus.Zero : CellStatus.Ok, value, interval.Lower, interval.Upper, Provisional: false);
    }

    private static long? Register(EstimateSummary summary)
    {
        var at = summary.Lists.ToList().IndexOf("register");
        return at < 0 ? 0 : summary.Totals[at + 1].Persons;
    }

    /// <summary>What is told of a period to a profile, and what is kept of it for the next publication.</summary>
    private sealed record Told(Period Period, SuppressionPolicy Policy, EstimateSummary Summary, ProtectedOverlaps Overlaps, ReleasedEstimate? Release);
}
