using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Accounts;

[Texts("accounts")]
public static partial class AccountsText;
