using Analytics.Domain;

namespace Analytics.Dashboard.Access;

[Texts("sign-in")]
public static partial class SignInText;
