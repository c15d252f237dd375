using Analytics.Domain;

namespace Analytics.Dashboard.Layout;

[Texts("layout")]
public static partial class LayoutText;
