namespace Analytics.Demo.Cases;

/// <summary>A made-up organisation.</summary>
/// <param name="Home">Where it serves people.</param>
/// <param name="Json">Whether it sends JSON; the others send workbooks.</param>
internal sealed record Organisation(string Code, Region Home, bool Json);

/// <summary>How victims' cases spread: made up, in the order of what the published reports describe.</summary>
internal static class CaseShares
{
    /// <summary>18 of them, as in the study; the smallest has one or two cases a year, so that small cells exist.</summary>
    public static readonly Shares<Organisation> Organisations = new()
    {
        { new("NGO-01", Places.Bishkek, Json: false), 13 }, { new("NGO-02", Places.OshCity, Json: false), 12 },
        { new("NGO-03", Places.Osh, Json: false), 10 }, { new("NGO-04", Places.JalalAbad, Json: false), 9.5 },
        { new("NGO-05", Places.Batken, Json: false), 7 }, { new("NGO-06", Places.Chui, Json: false), 6 },
        { new("NGO-07", Places.IssykKul, Json: false), 4 }, { new("NGO-08", Places.Naryn, Json: false), 2.5 },
        { new("NGO-09", Places.Talas, Json: false), 2 }, { new("NGO-10", Places.Bishkek, Json: false), 5 },
        { new("NGO-11", Places.OshCity, Json: false), 4.5 }, { new("NGO-12", Places.Osh, Json: true), 5.5 },
        { new("NGO-13", Places.JalalAbad, Json: true), 5 }, { new("NGO-14", Places.Batken, Json: true), 3.5 },
        { new("NGO-15", Places.Bishkek, Json: true), 4 }, { new("NGO-16", Places.Chui, Json: true), 3 },
        { new("NGO-17", Places.JalalAbad, Json: true), 2 }, { new("NGO-18", Places.Osh, Json: true), 1.5 },
    };

    /// <summary>The south sends most people abroad, more than its share of the population.</summary>
    public static readonly Shares<Region?> Origins = new()
    {
        { Places.Osh, 26 }, { Places.JalalAbad, 22 }, { Places.Batken, 14 }, { Places.OshCity, 7 }, { Places.Bishkek, 8 },
        { Places.Chui, 10 }, { Places.IssykKul, 5 }, { Places.Naryn, 3 }, { Places.Talas, 2 }, { null, 3 },
    };

    /// <summary>Not among the 18: an international organisation, and a state body that takes in victims.</summary>
    public static readonly Organisation International = new("IO-01", Places.Bishkek, Json: true);

    /// <inheritdoc cref="International"/>
    public static readonly Organisation Government = new("GOV-01", Places.Bishkek, Json: false);

    public static readonly Shares<string> Forms = new()
    {
        { "forced_labour", 53 }, { "sexual_exploitation", 26 }, { "domestic_servitude", 6 }, { "forced_marriage", 5 },
        { "forced_begging", 4 }, { "forced_criminality", 2.5 }, { "armed_service", 1 }, { "slavery_practices", 1 }, { "other", 1.5 },
    };

    /// <summary>The share of men and boys, of children, and of people exploited at home, by form.</summary>
    public static (double Men, double Children, double AtHome) People(string form) => form switch
    {
        "forced_labour" => (0.76, 0.05, 0.10),
        "sexual_exploitation" => (0.03, 0.12, 0.22),
        "domestic_servitude" => (0.08, 0.10, 0.30),
        "forced_marriage" => (0, 0.25, 0.85),
        "forced_begging" => (0.45, 0.55, 0.40),
        "forced_criminality" => (0.80, 0.10, 0.15),
        "armed_service" => (0.95, 0, 0),
        _ => (0.5, 0.1, 0.2),
    };

    public static readonly Shares<Country?> Destinations = new()
    {
        { Places.Russia, 54 }, { Places.Kazakhstan, 20 }, { Places.Turkiye, 11 }, { Places.Emirates, 6 },
        { Places.SouthKorea, 1.5 }, { Places.Bahrain, 1 }, { Places.India, 1 }, { Places.SaudiArabia, 1 }, { null, 4.5 },
    };

    /// <summary>Where women are taken for sexual exploitation and domestic work.</summary>
    public static readonly Shares<Country?> DestinationsOfWomen = new()
    {
        { Places.Russia, 24 }, { Places.Kazakhstan, 12 }, { Places.Turkiye, 28 }, { Places.Emirates, 24 },
        { Places.Bahrain, 4 }, { Places.India, 2 }, { Places.SaudiArabia, 2 }, { null, 4 },
    };

    public static readonly Shares<string> Identification = new()
    {
        { "referral", 27 }, { "ngo_outreach", 22 }, { "self", 20 }, { "hotline", 12 }, { "police", 8 }, { "consulate", 4 },
        { "border", 2 }, { "labour_inspection", 1 }, { "other", 2 }, { "", 2 },
    };

    /// <summary>While the hotline is known to have identified one victim only.</summary>
    public static readonly Shares<string> IdentificationWithoutHotline = new()
    {
        { "referral", 34 }, { "ngo_outreach", 27 }, { "self", 23 }, { "police", 8 }, { "consulate", 5 }, { "border", 2 }, { "other", 1 },
    };

    public static readonly Shares<string> Recruitment = new()
    {
        { "friends", 24 }, { "social_network", 16 }, { "agency", 13 }, { "business", 9 }, { "online_advert", 10 }, { "family", 9 },
        { "partner", 6 }, { "workplace", 4 }, { "press_or_tv", 2 }, { "school", 0.5 }, { "other", 3 }, { "", 3.5 },
    };

    public static readonly Shares<string> Sectors = new()
    {
        { "F", 34 }, { "A", 28 }, { "C", 13 }, { "G", 8 }, { "I", 8 }, { "H", 3 }, { "", 6 },
    };

    /// <summary>The acts of the Palermo Protocol's definition.</summary>
    public static readonly Shares<string> Acts = new()
    {
        { "recruitment", 40 }, { "transportation", 25 }, { "transfer", 12 }, { "harbouring", 12 }, { "receipt", 11 },
    };

    /// <summary>The means of the Palermo Protocol's definition.</summary>
    public static readonly Shares<string> Means = new()
    {
        { "deception", 40 }, { "fraud", 12 }, { "abuse_of_vulnerability", 22 }, { "coercion", 10 }, { "threat", 12 },
        { "abuse_of_power", 3 }, { "abduction", 1 },
    };

    public static readonly Shares<string> Control = new()
    {
        { "withholds_documents", 22 }, { "takes_earnings", 18 }, { "debt_bondage", 13 }, { "long_hours", 13 }, { "limits_movement", 12 },
        { "threats", 12 }, { "psychological_abuse", 9 }, { "physical_abuse", 8 }, { "false_promises", 12 }, { "limits_money", 6 },
        { "threats_of_police", 6 }, { "withholds_needs", 3 }, { "limits_medical_care", 3 }, { "substances", 1 }, { "other", 1 },
    };

    public static readonly Shares<string> Services = new()
    {
        { "psychological", 22 }, { "legal", 18 }, { "social", 17 }, { "shelter", 14 }, { "medical", 12 }, { "documents", 8 },
        { "financial", 6 }, { "repatriation", 5 }, { "livelihood", 4 }, { "education", 2 },
    };

    public static readonly Shares<string> AppliedToPolice = new() { { "no", 82 }, { "yes", 11 }, { "unknown", 5 }, { "", 2 } };

    /// <summary>Why those who did not apply did not: the share naming each reason; several may be named. In the study's order.</summary>
    public static readonly IReadOnlyList<(string Reason, double Share)> Reasons =
    [
        ("confidentiality", 0.56), ("legal_literacy", 0.42), ("fear_of_liability", 0.31), ("distrust", 0.22), ("reconciliation", 0.13),
        ("security", 0.07), ("requalification", 0.04), ("other", 0.03),
    ];

    public static readonly Shares<Country?> Citizenships = new()
    {
        { Places.Kyrgyzstan, 94 }, { Places.Uzbekistan, 2.5 }, { Places.Tajikistan, 1 }, { null, 2.5 },
    };

    public static readonly Shares<string> Programmes = new() { { "PRG-A", 30 }, { "PRG-B", 22 }, { "PRG-C", 12 }, { "", 36 } };

    /// <summary>Intakes by month: people come back from seasonal work in autumn and winter.</summary>
    public static double Season(DateOnly month) => month is { Year: 2020, Month: 4 or 5 }
        ? 0.4
        : month.Month switch { 10 or 11 or 12 => 1.25, 1 or 2 => 1.1, 6 or 7 or 8 => 0.85, _ => 1.0 };
}
