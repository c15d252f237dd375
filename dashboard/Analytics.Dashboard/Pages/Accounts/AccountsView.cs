using Analytics.Dashboard.Access;
using Analytics.Dashboard.Published;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Accounts;

/// <summary>The accounts, and what one can be limited to.</summary>
/// <param name="Kinds">Kind of limit, its title, and the codes with their names.</param>
public sealed record AccountsView(
    IReadOnlyList<ListedAccount> Accounts, IReadOnlyList<(string Kind, LocalText Title, IReadOnlyList<(string Code, LocalText Name)> Choices)> Kinds)
{
    /// <summary>The roles whose accounts must set up one-time codes.</summary>
    public required IReadOnlyList<string> RoleNeeds { get; init; }

    public static readonly IReadOnlyList<string> Roles = [RoleNames.Administrator, RoleNames.Coordinator, RoleNames.Donor, RoleNames.Policy];

    public static AccountsView Of(IReadOnlyList<ListedAccount> accounts, Reference reference, IEnumerable<string> sources, IReadOnlyList<string> roleNeeds) => new(
        accounts,
        [
            ("source", AccountsText.Sources, [.. sources.Select(source => (source, LocalText.Same(source)))]),
            ("region", AccountsText.Regions, [.. Members(reference, Dimension.Region)]),
            ("programme", AccountsText.Programmes, [.. Members(reference, Dimension.Programme)]),
        ])
    {
        RoleNeeds = roleNeeds,
    };

    public string NameOf(string kind, string code, Func<LocalText, string> text) =>
        Kinds.First(one => one.Kind == kind).Choices.Where(choice => choice.Code == code).Select(choice => text(choice.Name)).FirstOrDefault() ?? code;

    // The first level below the whole.
    private static IEnumerable<(string, LocalText)> Members(Reference reference, string dimension) => reference.Members
        .Where(member => member.Dimension == dimension && member.Parent == Dimension.Total && member.Code is not "unknown" and not "none")
        .OrderBy(member => member.Sort)
        .Select(member => (member.Code, member.Name));
}

/// <summary>Role and limits as they are being chosen.</summary>
public sealed class AccountDraft
{
    public string Role { get; set; } = RoleNames.Policy;

    public HashSet<(string Kind, string Code)> Rights { get; } = [];

    public static AccountDraft Of(ListedAccount account)
    {
        var draft = new AccountDraft { Role = account.Role };
        draft.Rights.UnionWith(account.Sources.Select(code => ("source", code)));
        draft.Rights.UnionWith(account.Regions.Select(code => ("region", code)));
        draft.Rights.UnionWith(account.Programmes.Select(code => ("programme", code)));
        return draft;
    }

    public void Set(string kind, string code, bool held)
    {
        if (held)
        {
            Rights.Add((kind, code));
        }
        else
        {
            Rights.Remove((kind, code));
        }
    }
}
