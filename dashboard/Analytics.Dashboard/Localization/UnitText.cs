using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Localization;

/// <summary>Units and feeds in words.</summary>
[Texts("unit")]
public static partial class UnitText
{
    public static PluralText Noun(Unit unit) => unit switch
    {
        Unit.Contact => Contacts,
        Unit.Person => Persons,
        Unit.Intake => Intakes,
        Unit.Service => Services,
        Unit.Report => Reports,
        Unit.Agency => Agencies,
        Unit.Complaint => Complaints,
        _ => Crimes,
    };

    /// <summary>The colour token of a unit; the same everywhere.</summary>
    public static string Colour(Unit unit) => unit switch
    {
        Unit.Contact => "contacts",
        Unit.Crime => "crimes",
        Unit.Report => "c4",
        Unit.Agency or Unit.Complaint => "c5",
        _ => "persons",
    };

    public static LocalText Feed(string feed) => feed switch
    {
        "hotline" => FeedHotline,
        "ngo_case" => FeedNgoCase,
        "ngo_monthly" => FeedNgoMonthly,
        "register_crime" or "register_event" => FeedRegisterCrime,
        "labour_inspection" => FeedLabourInspection,
        "employment_agency" => FeedEmploymentAgency,
        "population" => FeedPopulation,
        _ => LocalText.Same(feed),
    };
}
