using Analytics.Domain;

namespace Analytics.Dashboard.Shared;

[Texts("lineage")]
public static partial class LineageText;
