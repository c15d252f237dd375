using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Regions;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Overview;

/// <summary>What readers of each role come to ask, and the view that answers it.</summary>
public static class OverviewQuestions
{
    private enum Ask
    {
        Where,
        HowMany,
        Reached,
        Changed,
        LateFiles,
        NotReported,
        Unseen,
        Purposes,
        Regions,
        Hotline,
        Others,
    }

    public static IReadOnlyList<Question> Of(Reader reader, IReadOnlyList<PublishedPeriod> periods) =>
        [.. OfRole(reader.Role).Select(ask => Build(reader, periods, ask))];

    private static Ask[] OfRole(Role? role) => role switch
    {
        Role.Administrator => [Ask.LateFiles, Ask.NotReported, Ask.HowMany, Ask.Where, Ask.Regions, Ask.Hotline],
        Role.Coordinator => [Ask.Where, Ask.HowMany, Ask.NotReported, Ask.LateFiles, Ask.Regions, Ask.Hotline],
        Role.Donor => [Ask.Reached, Ask.Changed, Ask.HowMany, Ask.Where, Ask.Purposes, Ask.Regions],
        _ => [Ask.HowMany, Ask.Where, Ask.Unseen, Ask.Others, Ask.Purposes, Ask.Regions],
    };

    private static Question Build(Reader reader, IReadOnlyList<PublishedPeriod> periods, Ask ask)
    {
        var span = periods.FirstOrDefault(period => period.Kind == PeriodKind.Span)?.Code;
        return ask switch
        {
            Ask.Where => To(OverviewText.AskWhere, Routes.Regions, (RegionsFilters.MeasureKey, "registration_gap"), (RegionsFilters.PeriodKey, span)),
            Ask.HowMany => To(OverviewText.AskHowMany, Routes.UnderRegistration),
            Ask.Reached => To(OverviewText.AskReached, Routes.Programmes),
            Ask.Changed => To(OverviewText.AskChanged, Routes.Trends, (TrendsFilters.MeasureKey, "persons_assisted"), (TrendsFilters.GrainKey, "quarter")),
            Ask.LateFiles => To(OverviewText.AskLate, Routes.DataIn),
            Ask.NotReported => To(OverviewText.AskSilent, Routes.Reporting),
            Ask.Unseen => To(OverviewText.AskUnseen, Routes.UnderRegistration),
            Ask.Purposes => To(OverviewText.AskWho, Routes.Trends, (TrendsFilters.MeasureKey, "persons_assisted"), (TrendsFilters.SplitKey, Dimension.Form)),
            Ask.Regions => To(OverviewText.AskRegions, Routes.Regions, (RegionsFilters.MeasureKey, "persons_assisted"), (RegionsFilters.PeriodKey, span)),
            Ask.Hotline => To(OverviewText.AskHotline, Routes.Trends, (TrendsFilters.MeasureKey, "contacts"), (TrendsFilters.GrainKey, "month")),
            _ => To(OverviewText.AskOthers, Routes.Ledger),
        };

        Question To(LocalText text, string path, params ReadOnlySpan<(string Key, string? Value)> query) =>
            new(reader.Text(text), Address.Of("http://site" + reader.Href(path)).With(query));
    }
}
