using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignIn;

[Texts("sign-in")]
public static partial class SignInText;
