using Analytics.Database.Accounts;
using Analytics.Domain;

namespace Analytics.Dashboard.Access;

[Texts("account")]
public static partial class AccountText
{
    public static LocalText Scope(string scope) => scope switch
    {
        TokenScope.Cells => ScopeCells,
        TokenScope.Ledger => ScopeLedger,
        _ => ScopeMeasures,
    };

    public static LocalText Role(Access.Role? role) => role switch
    {
        Access.Role.Administrator => RoleAdministrator,
        Access.Role.Coordinator => RoleCoordinator,
        Access.Role.Donor => RoleDonor,
        Access.Role.Policy => RolePolicy,
        _ => LocalText.Same("–"),
    };
}
