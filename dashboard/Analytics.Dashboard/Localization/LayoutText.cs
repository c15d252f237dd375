using Analytics.Domain;

namespace Analytics.Dashboard.Localization;

[Texts("layout")]
public static partial class LayoutText;
