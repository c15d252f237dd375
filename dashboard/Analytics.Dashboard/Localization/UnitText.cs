using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Localization;

/// <summary>Units and feeds in words.</summary>
public static class UnitText
{
    public static readonly UnitNoun Persons = new("person", "persons", "человек", "человека", "человек", "адам");
    public static readonly UnitNoun Crimes = new("crime", "crimes", "преступление", "преступления", "преступлений", "кылмыш");
    public static readonly UnitNoun Contacts = new("contact", "contacts", "обращение", "обращения", "обращений", "кайрылуу");
    public static readonly UnitNoun Intakes = new("intake", "intakes", "приём", "приёма", "приёмов", "кабыл алуу");
    public static readonly UnitNoun Services = new("service", "services", "услуга", "услуги", "услуг", "кызмат");
    public static readonly UnitNoun Reports = new("report", "reports", "отчёт", "отчёта", "отчётов", "отчет");
    public static readonly UnitNoun Agencies = new("agency", "agencies", "агентство", "агентства", "агентств", "агенттик");
    public static readonly UnitNoun Complaints = new("complaint", "complaints", "жалоба", "жалобы", "жалоб", "арыз");
    public static readonly UnitNoun Months = new("month", "months", "месяц", "месяца", "месяцев", "ай");
    public static readonly UnitNoun Organisations = new("organisation", "organisations", "организация", "организации", "организаций", "уюм");

    public static UnitNoun Noun(Unit unit) => unit switch
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
        "hotline" => new("National hotline", "Национальная горячая линия", "Улуттук ишеним телефону"),
        "ngo_case" => new("NGO submissions", "Данные НПО", "БӨУ берген маалымат"),
        "ngo_monthly" => new("NGO monthly reports", "Ежемесячные отчёты НПО", "БӨУлардын ай сайынкы отчеттору"),
        "register_crime" or "register_event" => new("Unified Register of Crimes (ERPP)", "Единый реестр преступлений и проступков (ЕРПП)", "Кылмыштардын бирдиктүү реестри (КЖБР)"),
        "labour_inspection" => new("Labour inspection", "Инспекция труда", "Эмгек инспекциясы"),
        "employment_agency" => new("Register of employment agencies", "Реестр агентств занятости", "Иш менен камсыз кылуу агенттиктеринин реестри"),
        "population" => new("National Statistical Committee", "Национальный статистический комитет", "Улуттук статистика комитети"),
        _ => LocalText.Same(feed),
    };
}
