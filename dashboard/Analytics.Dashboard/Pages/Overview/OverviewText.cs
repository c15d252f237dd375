using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Overview;

[Texts("overview")]
public static partial class OverviewText;
