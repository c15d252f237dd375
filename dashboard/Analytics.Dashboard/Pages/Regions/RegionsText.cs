using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Regions;

[Texts("regions")]
public static partial class RegionsText;
