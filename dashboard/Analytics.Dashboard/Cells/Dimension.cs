namespace Analytics.Dashboard.Cells;

/// <summary>The dimensions that published cells are cut by; names as the columns of <c>pub.cell</c>.</summary>
public static class Dimension
{
    public const string Region = "region";
    /// <summary>District or town; always together with its region.</summary>
    public const string District = "district";
    public const string Sex = "sex";
    public const string AgeBand = "age_band";
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

    public static readonly IReadOnlyList<string> All =
        [Region, District, Sex, AgeBand, Form, Destination, Organisation, Source, Topic, ArticleGroup, Reason, Programme, Donor, RegionService];
}

/// <summary>Kinds of period; each is published on its own, so that no period is a sum of protected others.</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    Year,

    /// <summary>A declared reporting period of several years.</summary>
    Span,

    /// <summary>Everything there is.</summary>
    All,
}

/// <summary>What is known of a cell. The three that are not <see cref="Ok"/> are never mixed.</summary>
public enum CellStatus
{
    Ok,
    Zero,
    Withheld,
    NotReported,
}

/// <summary>The codes of the tables and of the interface.</summary>
public static class CodeText
{
    public static string Code(this PeriodKind kind) => kind switch
    {
        Cells.PeriodKind.Month => "month",
        Cells.PeriodKind.Quarter => "quarter",
        Cells.PeriodKind.Year => "year",
        Cells.PeriodKind.Span => "span",
        _ => "all",
    };

    public static PeriodKind? FindPeriodKind(string? code) => code switch
    {
        "month" => Cells.PeriodKind.Month,
        "quarter" => Cells.PeriodKind.Quarter,
        "year" => Cells.PeriodKind.Year,
        "span" => Cells.PeriodKind.Span,
        "all" => Cells.PeriodKind.All,
        _ => null,
    };

    /// <exception cref="InvalidOperationException">The database holds a kind that this program does not know.</exception>
    public static PeriodKind PeriodKind(string code) => FindPeriodKind(code)
        ?? throw new InvalidOperationException($"pub.cell.period_kind is {code}; expected month, quarter, year, span or all.");

    public static string Code(this CellStatus status) => status switch
    {
        CellStatus.Ok => "ok",
        CellStatus.Zero => "zero",
        CellStatus.Withheld => "withheld",
        _ => "not_reported",
    };

    /// <exception cref="InvalidOperationException">The database holds a status that this program does not know.</exception>
    public static CellStatus StatusOf(string code) => code switch
    {
        "ok" => CellStatus.Ok,
        "zero" => CellStatus.Zero,
        "withheld" => CellStatus.Withheld,
        "not_reported" => CellStatus.NotReported,
        _ => throw new InvalidOperationException($"pub.cell.status is {code}; expected ok, zero, withheld or not_reported."),
    };
}
