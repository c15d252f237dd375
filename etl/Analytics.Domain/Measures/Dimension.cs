namespace Analytics.Domain.Measures;

/// <summary>The dimensions that published cells are cut by, declared here and nowhere else.</summary>
public static class Dimension
{
    /// <summary>Region that a person comes from, calls from, or in which a crime was registered.</summary>
    public const string Region = "region";

    /// <summary>District or town; always together with its region.</summary>
    public const string District = "district";

    public const string Sex = "sex";

    public const string AgeBand = "age_band";

    /// <summary>The Kyrgyz Republic, its neighbours, or others.</summary>
    public const string Citizenship = "citizenship";

    /// <summary>Who first recognised the person as a victim: the first responder.</summary>
    public const string IdentifiedBy = "identified_by";

    /// <summary>Purpose of exploitation; a person may have several.</summary>
    public const string Form = "form";

    public const string Destination = "destination";

    public const string Organisation = "organisation";

    public const string Source = "source";

    public const string Topic = "topic";

    public const string ArticleGroup = "article_group";

    public const string Reason = "reason";

    public const string Programme = "programme";

    public const string Donor = "donor";

    /// <summary>Region in which a person was served, where <see cref="Region"/> is the one a person comes from.</summary>
    public const string RegionService = "region_service";

    /// <summary>The member of a dimension that a cell is not cut by.</summary>
    public const string Total = "total";

    private static readonly (string Id, LocalText Name)[] s_declared =
    [
        (Region, new("Region", "Регион", "Аймак")),
        (District, new("District", "Район", "Район")),
        (Sex, new("Sex", "Пол", "Жынысы")),
        (AgeBand, new("Age", "Возраст", "Курагы")),
        (Citizenship, new("Citizenship", "Гражданство", "Жарандыгы")),
        (IdentifiedBy, new("Identified by", "Кем выявлены", "Ким аныктаган")),
        (Form, new("Form", "Форма", "Түрү")),
        (Destination, new("Destination", "Страна назначения", "Барган өлкө")),
        (Organisation, new("Organisation", "Организация", "Уюм")),
        (Source, new("Source", "Источник", "Булак")),
        (Topic, new("Topic", "Тема", "Тема")),
        (ArticleGroup, new("Articles", "Статьи", "Беренелер")),
        (Reason, new("Reason", "Причина", "Себеп")),
        (Programme, new("Programme", "Программа", "Программа")),
        (Donor, new("Donor", "Донор", "Донор")),
        (RegionService, new("Region of service", "Регион оказания помощи", "Жардам көрсөтүлгөн аймак")),
    ];

    /// <summary>Every dimension, in the order in which screens and files show them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_declared.Select(dimension => dimension.Id)];

    /// <returns>The dimension as a filter or the head of a column; the id where there is no such dimension.</returns>
    public static LocalText Name(string dimension) =>
        Array.FindIndex(s_declared, declared => declared.Id == dimension) is >= 0 and var at ? s_declared[at].Name : LocalText.Same(dimension);

    /// <summary>The name of a combination of dimensions, the same in whatever order they are given: sorted, with commas; empty for the total.</summary>
    public static string Cut(IEnumerable<string> dimensions) => string.Join(',', dimensions.Order(StringComparer.Ordinal));
}
