using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Domain;

namespace Analytics.Dashboard;

/// <summary>Every address of the site.</summary>
public static class Routes
{
    public const string Overview = "/";
    public const string Trends = "/trends";
    public const string Regions = "/regions";
    public const string UnderRegistration = "/under-registration";
    public const string Programmes = "/programmes";
    public const string Reporting = "/reporting";
    public const string Ledger = "/ledger";
    public const string MeasureList = "/measures";
    public const string DataIn = "/data-in";
    public const string Upload = "/upload";
    public const string Rejections = "/rejections";
    public const string Jobs = "/jobs";
    public const string Linkage = "/linkage";
    public const string SignOff = "/sign-off";
    public const string Lineage = "/lineage";
    public const string Revisions = "/revisions";
    public const string Account = "/account";
    public const string Accounts = "/accounts";
    public const string Audit = "/audit";
    public const string Glossary = "/glossary";
    public const string SaveView = "/saved-views/save";
    public const string RenameView = "/saved-views/rename";
    public const string RemoveView = "/saved-views/remove";
    public const string RestoreView = "/saved-views/restore";
    public const string StartView = "/saved-views/start";
    public const string Password = "/password";
    public const string SecondFactor = "/second-factor";
    public const string SignIn = "/sign-in";
    public const string SignInCode = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string Error = "/error";
    public const string NotFound = "/not-found";

    public const string Measures = "/api/v1/measures";
    public const string Cells = "/api/v1/cells";
    public const string Figure = "/api/v1/figures/{figureId}";
    public const string LedgerList = "/api/v1/ledger";

    public const string Template = "/templates/{feed}-{language}.xlsx";
    public const string RejectedFile = "/rejections/{request:long}/file";

    /// <summary>The navigation, in the order of the screen.</summary>
    public static readonly IReadOnlyList<NavigationGroup> Navigation =
    [
        new(LayoutText.Understand,
        [
            new(Overview, LayoutText.Overview),
            new(Trends, LayoutText.Trends),
            new(Regions, LayoutText.Regions),
            new(UnderRegistration, LayoutText.UnderRegistration),
            new(Programmes, LayoutText.Programmes),
            new(Revisions, LayoutText.Revisions),
        ]),
        new(LayoutText.Check,
        [
            new(Ledger, LayoutText.Ledger),
            new(MeasureList, LayoutText.MeasureList),
            new(Glossary, LayoutText.Glossary),
        ]),
        new(LayoutText.Run,
        [
            new(Upload, LayoutText.Upload, [Role.Administrator, Role.Coordinator]),
            new(Reporting, LayoutText.Reporting, [Role.Administrator, Role.Coordinator]),
            new(DataIn, LayoutText.DataIn, [Role.Administrator, Role.Coordinator]),
            new(Rejections, LayoutText.Rejections, [Role.Administrator, Role.Coordinator]),
            new(SignOff, LayoutText.SignOff, [Role.Administrator, Role.Coordinator]),
            new(Jobs, LayoutText.Jobs, [Role.Administrator]),
            new(Linkage, LayoutText.Linkage, [Role.Administrator, Role.Coordinator]),
            new(Accounts, LayoutText.Accounts, [Role.Administrator]),
            new(Audit, LayoutText.Audit, [Role.Administrator]),
        ]),
        new(LayoutText.Yours, [new(Account, LayoutText.Account)]),
    ];

    /// <summary>The page of what a file feeds.</summary>
    public static string LineageOfBatch(Reader reader, long batch) =>
        reader.Address.To(Lineage, [("batch", batch.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    public static string FigureFile(string figureId, string format, string language) =>
        $"/api/v1/figures/{figureId}?format={format}&lang={language}";

    public static string TemplateOf(string feed, string language) => $"/templates/{feed}-{language}.xlsx";

    public static string RejectedFileOf(long request) => $"/rejections/{request}/file";

    public static string LedgerFile(string language) => $"{LedgerList}?format=csv&lang={language}";

    /// <summary>The sign-in form, which leads back to where the reader is.</summary>
    public static string SignInFor(Reader reader) => $"{SignIn}?returnUrl={Uri.EscapeDataString(reader.Address.With())}";

    /// <summary>Only an address of this site is gone back to after sign-in.</summary>
    public static string LocalOrOverview(string? address) =>
        address is ['/', ..] and not ['/', '/', ..] and not ['/', '\\', ..] && !address.Any(char.IsControl) ? address : Overview;
}

/// <param name="Roles">Who sees the link; null for everyone.</param>
public sealed record NavigationLink(string Path, LocalText Name, IReadOnlyList<Role>? Roles = null)
{
    public bool IsFor(Role? role) => role is { } known && (Roles is null || Roles.Contains(known));
}

public sealed record NavigationGroup(LocalText Name, IReadOnlyList<NavigationLink> Links);
