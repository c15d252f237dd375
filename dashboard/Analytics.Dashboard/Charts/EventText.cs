using Analytics.Dashboard.Published;
using Analytics.Domain;

namespace Analytics.Dashboard.Charts;

/// <summary>Policy events in few words, to stand above a plot. An event that is not listed here shows the start of its title.</summary>
[Texts("event")]
public static partial class EventText
{
    private const int Longest = 30;

    private static readonly Dictionary<string, LocalText> s_brief = new(StringComparer.Ordinal)
    {
        ["criminal-code-2019"] = CriminalCode2019,
        ["nrm-2019"] = Nrm2019,
        ["covid-2020"] = Covid2020,
        ["sms-disbanded-2021"] = SmsDisbanded2021,
        ["campaign-2021"] = Campaign2021,
        ["mol-coordinator-2021"] = MolCoordinator2021,
        ["criminal-code-2021"] = CriminalCode2021,
        ["ukraine-2022"] = Ukraine2022,
    };

    public static LocalText Brief(PolicyEvent policyEvent) => s_brief.TryGetValue(policyEvent.Id, out var text)
        ? text
        : new(Cut(policyEvent.Title.En), Cut(policyEvent.Title.Ru), Cut(policyEvent.Title.Ky));

    private static string Cut(string title) => title.Length <= Longest ? title : title[..title.LastIndexOf(' ', Longest)].TrimEnd(',', ':', ';') + "…";
}
