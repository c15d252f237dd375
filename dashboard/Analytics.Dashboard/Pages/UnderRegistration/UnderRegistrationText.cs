using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

[Texts("under-registration")]
public static partial class UnderRegistrationText;
