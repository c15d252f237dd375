using Analytics.Dashboard.Localization;
using Analytics.Domain;

namespace Analytics.Dashboard.Shared;

[Texts("ledger")]
public static partial class LedgerText
{
    /// <summary>Null for a unit that is no noun, such as a per cent.</summary>
    public static PluralText? Unit(string unit) => unit switch
    {
        "person" => UnitText.Persons,
        "crime" => UnitText.Crimes,
        "contact" => UnitText.Contacts,
        "organisation" => UnitText.Organisations,
        "case" => Cases,
        "proceeding" => Proceedings,
        "inspection" => Inspections,
        "ministry" => Ministries,
        "factor" => Factors,
        _ => null,
    };
}
