using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Lineage;

[Texts("lineage")]
public static partial class LineageText;
