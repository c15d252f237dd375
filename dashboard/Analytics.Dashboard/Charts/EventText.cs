using Analytics.Dashboard.Published;
using Analytics.Domain;

namespace Analytics.Dashboard.Charts;

/// <summary>Policy events in few words, to stand above a plot. An event that is not listed here shows the start of its title.</summary>
public static class EventText
{
    private const int Longest = 30;

    private static readonly Dictionary<string, LocalText> s_brief = new(StringComparer.Ordinal)
    {
        ["criminal-code-2019"] = new("New code: art. 124 → 171", "Новый УК: ст. 124 → 171", "Жаңы КЖК: 124 → 171-бер."),
        ["nrm-2019"] = new("Referral mechanism", "Механизм перенаправления", "Багыттоо механизми"),
        ["covid-2020"] = new("COVID-19 emergency", "ЧП из-за COVID-19", "COVID-19 кырдаалы"),
        ["sms-disbanded-2021"] = new("Migration service disbanded", "Упразднена ГСМ", "Миграция кызматы жоюлду"),
        ["campaign-2021"] = new("100 Days campaign", "Кампания «100 дней»", "«100 күн» кампаниясы"),
        ["mol-coordinator-2021"] = new("Ministry coordinates", "Координирует Минтруд", "Эмгек министрлиги"),
        ["criminal-code-2021"] = new("art. 171 → 166, 167, 170", "ст. 171 → 166, 167, 170", "171 → 166, 167, 170-бер."),
        ["ukraine-2022"] = new("Invasion of Ukraine", "Вторжение в Украину", "Украинага басып кирүү"),
    };

    public static LocalText Brief(PolicyEvent policyEvent) => s_brief.TryGetValue(policyEvent.Id, out var text)
        ? text
        : new(Cut(policyEvent.Title.En), Cut(policyEvent.Title.Ru), Cut(policyEvent.Title.Ky));

    private static string Cut(string title) => title.Length <= Longest ? title : title[..title.LastIndexOf(' ', Longest)].TrimEnd(',', ':', ';') + "…";
}
