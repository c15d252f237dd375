using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Trends;

[Texts("trends")]
public static partial class TrendsText;
