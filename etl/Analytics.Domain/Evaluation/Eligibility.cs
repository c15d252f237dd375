using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>What the series alone rules out, before any model.</summary>
internal static class Eligibility
{
    public static IEnumerable<EvaluationReason> Reasons(InterruptedSeries question, Window window, Terms terms, EvaluationRules rules)
    {
        var (before, after) = (Fitted(window, Segment.Before), Fitted(window, Segment.After));
        var least = rules.Points(question.Series.Frequency);
        if (before.Length < least.Before)
        {
            yield return Refuse(EvaluationCode.TooFewBefore, before.Length, least.Before);
        }

        if (after.Length < least.After)
        {
            yield return Refuse(EvaluationCode.TooFewAfter, after.Length, least.After);
        }

        if (Events(before) < rules.EventsBefore)
        {
            yield return Refuse(EvaluationCode.TooFewEventsBefore, Events(before), rules.EventsBefore);
        }

        if (Events(after) < rules.EventsAfter)
        {
            yield return Refuse(EvaluationCode.TooFewEventsAfter, Events(after), rules.EventsAfter);
        }

        if (window.Fitted.Count - terms.Count < rules.SparePoints)
        {
            yield return Refuse(EvaluationCode.TooManyTerms, window.Fitted.Count - terms.Count, rules.SparePoints);
        }

        foreach (var cut in question.Breaks.Where(cut => Inside(cut, question.Series)))
        {
            yield return new(EvaluationCode.SeriesBreak, VerdictLevel.NotEstimable) { On = cut.On, What = cut.Reason };
        }

        var withheld = window.Rows.Count(row => row.Point.Status == PointStatus.Withheld);
        if (withheld > 0)
        {
            yield return Refuse(EvaluationCode.Withheld, withheld, 0);
        }

        foreach (var reason in Reporting(window, rules))
        {
            yield return reason;
        }
    }

    private static IEnumerable<EvaluationReason> Reporting(Window window, EvaluationRules rules)
    {
        var missing = Math.Max(MissingShare(window, Segment.Before), MissingShare(window, Segment.After));
        if (missing > 0)
        {
            var level = missing > rules.MissingShare ? VerdictLevel.NotEstimable : VerdictLevel.EstimableWithCaution;
            yield return new(EvaluationCode.MissingReports, level, missing, rules.MissingShare);
        }

        var (before, after) = (Fitted(window, Segment.Before), Fitted(window, Segment.After));
        if (before.Length == 0 || after.Length == 0)
        {
            yield break;
        }

        var shift = Math.Abs(after.Average(row => row.Point.ReportingRate) - before.Average(row => row.Point.ReportingRate));
        if (shift > rules.ReportingShift)
        {
            var refuses = shift > rules.RefusedReportingShift;
            yield return new(
                EvaluationCode.ReportingShift,
                refuses ? VerdictLevel.NotEstimable : VerdictLevel.EstimableWithCaution,
                shift,
                refuses ? rules.RefusedReportingShift : rules.ReportingShift);
        }
    }

    /// <summary>A break on the first day of the window, before it or after its end cuts nothing.</summary>
    private static bool Inside(SeriesBreak cut, CountSeries series) =>
        cut.On > series.Points[0].Start && series.IndexOf(cut.On) < series.Points.Length;

    private static WindowRow[] Fitted(Window window, Segment segment) => [.. window.Fitted.Where(row => row.Segment == segment)];

    private static long Events(IEnumerable<WindowRow> rows) => rows.Sum(row => row.Point.Count!.Value);

    private static double MissingShare(Window window, Segment segment)
    {
        var rows = window.In(segment).ToArray();
        return rows.Length == 0 ? 0 : rows.Count(row => row.Point.Status == PointStatus.NotReported) / (double)rows.Length;
    }

    private static EvaluationReason Refuse(EvaluationCode code, double value, double limit) => new(code, VerdictLevel.NotEstimable, value, limit);
}
