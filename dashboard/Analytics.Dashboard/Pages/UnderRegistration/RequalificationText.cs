using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

[Texts("requalification")]
public static partial class RequalificationText;
