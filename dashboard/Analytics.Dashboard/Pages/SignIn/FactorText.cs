using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignIn;

[Texts("factor")]
public static partial class FactorText;
