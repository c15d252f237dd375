using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Measures;

[Texts("measures")]
public static partial class MeasuresText;
