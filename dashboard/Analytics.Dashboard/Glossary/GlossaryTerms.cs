namespace Analytics.Dashboard.Glossary;

/// <summary>Every term, in the order of the page, and which of them explains a measure.</summary>
public static class GlossaryTerms
{
    public static readonly IReadOnlyList<TermGroup> Groups = [.. StateTerms.Groups, TraffickingTerms.Group, .. RegistrationTerms.Groups];

    /// <returns>The term that says what is easily misread about a measure; null where its name says it.</returns>
    public static Term? OfMeasure(string measure) => measure switch
    {
        "contacts" or "contacts_suspected" => StateTerms.Contact,
        "persons_assisted" => StateTerms.Person,
        "crimes_registered" => StateTerms.Crime,
        "crimes_discontinued" => RegistrationTerms.Discontinued,
        "crimes_requalified" or "crimes_requalified_in" or "crimes_requalified_out" => RegistrationTerms.Requalification,
        "crimes_per_100_assisted" => StateTerms.PersonsAgainstCrimes,
        "registration_gap" => RegistrationTerms.Gap,
        "under_registration_rate" or "unregistered_share_of_known" => RegistrationTerms.UnderRegistration,
        "hidden_persons" or "hidden_share" or "unregistered_share_of_total" => RegistrationTerms.Mse,
        "persons_credited" => RegistrationTerms.Credit,
        "reporting_rate" => RegistrationTerms.ReportingRate,
        _ => null,
    };
}
