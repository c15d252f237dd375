namespace Analytics.Demo.Crimes;

/// <summary>How a proceeding ends.</summary>
internal enum Outcome { Open, Discontinued, SentToCourt }

/// <summary>
/// The steps of one proceeding. Published windows bound the day of its end: what is registered before 2018 ends
/// before 2018 or stays suspended, what the study counts ends within it, and nothing is sent to court between
/// January 2021 and March 2022.
/// </summary>
internal static class CrimeCourse
{
    private const int LongestAtProsecutor = 10;
    private const int LongEnoughForDetours = LongestAtProsecutor + 10;

    private static readonly DateSpan s_study = DemoTargets.Crimes.Span;

    private static readonly Shares<string> s_grounds = new()
    {
        { "no_corpus_delicti", 48 }, { "event_not_established", 18 }, { "reconciliation", 22 }, { "limitation_period", 4 }, { "", 8 },
    };

    public static IReadOnlyList<CrimeStep> Of(SeededRandom random, DateOnly registered, string article, Outcome outcome, string form)
    {
        var opened = Opened(random, registered);
        var steps = new List<CrimeStep> { new(registered, "registered"), new(opened, "investigation_opened", Ground: form) };
        var end = End(random, opened, Limits(registered, outcome), ref outcome);
        Detours(random, steps, registered, article, end);
        if (opened < Articles.CodeOf2021 && end > Articles.CodeOf2021.AddMonths(1) && registered.Year == Articles.CodeOf2021.Year)
        {
            steps.Add(new(Articles.CodeOf2021.AddDays(random.Between(0, 25)), "requalified", "166 ч.2 п.1", "new_criminal_code"));
        }

        Close(random, steps, end, outcome, convictions: registered.Year < 2018 || registered.Year > 2020 ? 0.4 : 0);
        if (registered.Year == 2020 && outcome == Outcome.SentToCourt)
        {
            // The report year's convictions are of the crimes it prosecuted.
            steps.Add(new(Within(random, new(end.AddDays(30), DemoTargets.Convicted2020.Span.To)), "convicted"));
        }

        return InOrder(steps);
    }

    /// <summary>By a neighbouring article: fewer turns.</summary>
    public static IReadOnlyList<CrimeStep> OfRelated(SeededRandom random, DateOnly registered)
    {
        var opened = Opened(random, registered);
        var steps = new List<CrimeStep> { new(registered, "registered"), new(opened, "investigation_opened") };
        var outcome = random.Pick(new Shares<Outcome> { { Outcome.Discontinued, 35 }, { Outcome.SentToCourt, 55 }, { Outcome.Open, 10 } });
        var end = End(random, opened, Limits(registered, outcome), ref outcome);
        Close(random, steps, end, outcome, convictions: 0.55);
        return InOrder(steps);
    }

    private static DateOnly Opened(SeededRandom random, DateOnly registered) => registered.AddDays(random.Between(0, 9));

    /// <returns>The days within which the proceeding may end.</returns>
    private static DateSpan Limits(DateOnly registered, Outcome outcome)
    {
        if (registered < s_study.From)
        {
            return new(registered, s_study.From.AddDays(-1));
        }

        if (registered <= s_study.To)
        {
            var prosecuted = DemoTargets.Prosecuted2020.Span;
            return outcome != Outcome.SentToCourt ? new(registered, s_study.To)
                : registered.Year == 2020 ? new(Later(registered, prosecuted.From), s_study.To)
                : new(registered, prosecuted.From.AddDays(-1));
        }

        return new(Later(registered, DemoTargets.Prosecuted2021.Span.To.AddDays(1)), DateOnly.MaxValue);
    }

    /// <summary>A proceeding that would end past its limit stays open before the study's years, and ends sooner within them.</summary>
    private static DateOnly End(SeededRandom random, DateOnly opened, DateSpan limits, ref Outcome outcome)
    {
        var usual = opened.AddDays(random.Between(35, 290));
        if (usual < limits.From)
        {
            return limits.From.AddDays(random.Between(0, 200));
        }

        if (usual <= limits.To)
        {
            return usual;
        }

        if (limits.To < s_study.From)
        {
            outcome = Outcome.Open;
            return limits.To;
        }

        return Within(random, new(Later(opened.AddDays(15), limits.From), limits.To));
    }

    /// <summary>A requalification, or a suspension and its end, between the opening and the end of some proceedings.</summary>
    private static void Detours(SeededRandom random, List<CrimeStep> steps, DateOnly registered, string article, DateOnly end)
    {
        var opened = steps[^1].At;
        if (end.DayNumber - opened.DayNumber < LongEnoughForDetours)
        {
            return;
        }

        if (random.Chance(0.15))
        {
            var suspended = opened.AddDays(random.Between(2, 5));
            steps.Add(new(suspended, "suspended", Ground: "suspect_not_found"));
            steps.Add(new(Within(random, new(suspended.AddDays(1), end.AddDays(-LongestAtProsecutor))), "resumed"));
        }

        if (random.Chance(0.12) && registered.Year != DemoTargets.Crimes2024.Span.From.Year)
        {
            // In the years with published figures a crime keeps to the trafficking articles it is counted under.
            var leaves = registered > Articles.CodeOf2021.AddMonths(1);
            var to = leaves ? Articles.Related(random) : Other(random, registered, article);
            steps.Add(new(opened.AddDays(1), "requalified", to, leaves ? "elements_not_proven" : "aggravating_circumstances"));
        }
    }

    private static void Close(SeededRandom random, List<CrimeStep> steps, DateOnly end, Outcome outcome, double convictions)
    {
        switch (outcome)
        {
            case Outcome.Discontinued:
                steps.Add(new(end, "discontinued", Ground: random.Pick(s_grounds)));
                break;
            case Outcome.SentToCourt:
                steps.Add(new(end.AddDays(-random.Between(1, LongestAtProsecutor)), "sent_to_prosecutor"));
                steps.Add(new(end, "sent_to_court"));
                var verdict = random.Unit();
                if (verdict < convictions)
                {
                    steps.Add(new(end.AddDays(random.Between(40, 260)), verdict < convictions * 0.9 ? "convicted" : "acquitted"));
                }
                else if (convictions > 0 && random.Chance(0.06))
                {
                    steps.Add(new(end.AddDays(random.Between(10, 60)), "returned"));
                }

                break;
            default:
                if (random.Chance(0.6))
                {
                    var last = steps.Max(step => step.At);
                    steps.Add(new(Within(random, new(last, Later(last, end))), "suspended", Ground: "suspect_not_found"));
                }

                break;
        }
    }

    private static string Other(SeededRandom random, DateOnly registered, string article)
    {
        var other = article;
        while (string.Equals(other, article, StringComparison.Ordinal))
        {
            other = Articles.Trafficking(random, registered);
        }

        return other;
    }

    private static DateOnly Within(SeededRandom random, DateSpan span) => span.From.AddDays(random.Next(span.Days));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static List<CrimeStep> InOrder(List<CrimeStep> steps) => [.. steps.OrderBy(step => step.At)];
}
