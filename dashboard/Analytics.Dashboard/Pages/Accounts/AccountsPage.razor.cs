using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Uploads;
using Analytics.Dashboard.Pages.Account;
using Analytics.Dashboard.Published;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Accounts;

/// <summary>The administrator's accounts: add, limit, reset, disable. Each step is in the audit.</summary>
public sealed partial class AccountsPage
{
    // Sixteen of 32 signs: 80 bits, and none that is taken for another when read aloud.
    private const string PasswordSigns = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 16;

    private AccountDraft _new = new();
    private AccountDraft? _draft;
    private long? _chosen;
    private string _newName = "";
    private string? _told;
    private string? _password;
    private IReadOnlyList<ApiToken> _tokens = [];

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required ApiTokenStore Tokens { get; set; }

    [Inject]
    public required PublishedData Data { get; set; }

    [Inject]
    public required UploadFiles Files { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>A role by its name in the table.</summary>
    public static Role? RoleOf(string role) => role switch
    {
        RoleNames.Administrator => Role.Administrator,
        RoleNames.Coordinator => Role.Coordinator,
        RoleNames.Donor => Role.Donor,
        RoleNames.Policy => Role.Policy,
        _ => null,
    };

    protected override async Task<AccountsView> LoadAsync(CancellationToken token) => AccountsView.Of(
        await Accounts.ListAsync(token),
        await Data.ReferenceAsync(Reader.User, token),
        (await Files.CatalogueAsync(Reader, token))?.Sources.Select(source => source.Id) ?? [],
        await Accounts.RoleNeedsAsync(token));

    private string Heading(AccountsView view)
    {
        var open = view.Accounts.Where(account => !account.Disabled).ToList();
        return Reader.Text(AccountsText.Heading, open.Count, open.Count(account => account.HasSecondFactor));
    }

    private string Limits(AccountsView view, ListedAccount account)
    {
        List<string> names =
        [
            .. account.Sources,
            .. account.Regions.Select(code => view.NameOf("region", code, Reader.Text)),
            .. account.Programmes.Select(code => view.NameOf("programme", code, Reader.Text)),
        ];
        return names.Count == 0 ? Reader.Text(AccountsText.NoLimit) : string.Join(", ", names);
    }

    private string StateOf(ListedAccount account)
    {
        List<string> parts = [Reader.Text(account.Disabled ? AccountsText.Disabled : AccountsText.Open)];
        if (IsLocked(account))
        {
            parts = [Reader.Text(AccountsText.LockedUntil, Moment(account.CodesLockedUntil!.Value))];
        }

        if (account.MustChangePassword && !account.Disabled)
        {
            parts.Add(Reader.Text(AccountsText.FirstPassword));
        }

        if (account.HasSecondFactor)
        {
            parts.Add(Reader.Text(AccountsText.WithCodes));
        }

        return string.Join("; ", parts);
    }

    private bool IsLocked(ListedAccount account) => account.CodesLockedUntil is { } until && new DateTimeOffset(until, TimeSpan.Zero) > Time.GetUtcNow();

    private async Task ChooseAsync(ListedAccount account)
    {
        _chosen = _chosen == account.AccountId ? null : account.AccountId;
        _draft = _chosen is null ? null : AccountDraft.Of(account);
        _tokens = _chosen is null ? [] : await Tokens.ListAsync(account.AccountId, CancellationToken.None);
        _told = null;
        _password = null;
    }

    private async Task RevokeAsync(ListedAccount account, ApiToken token)
    {
        await Tokens.RevokeAsync(account.AccountId, token.TokenHash, CancellationToken.None);
        await Audit.DidAsync(Reader.User, AuditAction.TokenRevoked, $"{account.Name} {token.Label}", CancellationToken.None);
        await DoneAsync(account);
    }

    /// <summary>Whoever is signed in sets up codes of its own before it asks its role for them.</summary>
    private async Task SetNeedAsync(string role, bool needed)
    {
        _password = null;
        if (needed && State.View?.Accounts.FirstOrDefault(account => account.Name == Reader.Name) is { HasSecondFactor: false } own && own.Role == role)
        {
            _told = Reader.Text(AccountsText.OwnCodesFirst);
            return;
        }

        await Accounts.SetRoleNeedAsync(role, needed, CancellationToken.None);
        await Audit.DidAsync(Reader.User, AuditAction.RoleNeedChanged, $"{role} {(needed ? "second_factor" : "password")}", CancellationToken.None);
        await ReloadAsync();
        _told = Reader.Text(AccountsText.Done, Reader.Text(AccountText.Role(RoleOf(role))));
    }

    private async Task AddAsync()
    {
        _password = null;
        var name = _newName.Trim();
        if (!AccountName().IsMatch(name))
        {
            _told = Reader.Text(AccountsText.WrongName);
            return;
        }

        var password = NewPassword();
        if (!await Accounts.AddAsync(name, _new.Role, password, mustChangePassword: true, CancellationToken.None))
        {
            _told = Reader.Text(AccountsText.NameTaken, name);
            return;
        }

        await Audit.DidAsync(Reader.User, AuditAction.AccountAdded, $"{name} {_new.Role}", CancellationToken.None);
        await ReloadAsync();
        if (State.View?.Accounts.FirstOrDefault(account => account.Name == name) is { } added && _new.Rights.Count > 0)
        {
            await SetRightsAsync(added, _new);
            await ReloadAsync();
        }

        _newName = "";
        _new = new AccountDraft();
        _told = Reader.Text(AccountsText.Added, name);
        _password = password;
    }

    private async Task SaveAsync(ListedAccount account)
    {
        var draft = _draft!;
        if (draft.Role != account.Role)
        {
            if (!await IsDoneAsync(account, token => Accounts.SetRoleAsync(account.AccountId, draft.Role, token)))
            {
                return;
            }

            await Audit.DidAsync(Reader.User, AuditAction.RoleChanged, $"{account.Name} {draft.Role}", CancellationToken.None);
        }

        if (!draft.Rights.SetEquals(AccountDraft.Of(account).Rights))
        {
            await SetRightsAsync(account, draft);
        }

        await DoneAsync(account);
    }

    private async Task SetRightsAsync(ListedAccount account, AccountDraft draft)
    {
        await Accounts.SetRightsAsync(account.AccountId, draft.Rights, CancellationToken.None);
        var rights = string.Join(" ", draft.Rights.Select(right => $"{right.Kind}:{right.Code}").Order(StringComparer.Ordinal));
        await Audit.DidAsync(Reader.User, AuditAction.RightsChanged, $"{account.Name} {rights}".TrimEnd(), CancellationToken.None);
    }

    private async Task ResetAsync(ListedAccount account)
    {
        var password = NewPassword();
        await Accounts.ResetPasswordAsync(account.AccountId, account.Name, password, CancellationToken.None);
        await Audit.DidAsync(Reader.User, AuditAction.PasswordReset, account.Name, CancellationToken.None);
        await DoneAsync(account);
        _told = Reader.Text(AccountsText.Reset, account.Name);
        _password = password;
    }

    private async Task TakeCodesAwayAsync(ListedAccount account)
    {
        await Accounts.RemoveSecondFactorAsync(account.AccountId, CancellationToken.None);
        await Audit.DidAsync(Reader.User, AuditAction.SecondFactorOff, account.Name, CancellationToken.None);
        await DoneAsync(account);
    }

    private async Task UnlockAsync(ListedAccount account)
    {
        await Accounts.UnlockAsync(account.AccountId, CancellationToken.None);
        await Audit.DidAsync(Reader.User, AuditAction.AccountUnlocked, account.Name, CancellationToken.None);
        await DoneAsync(account);
    }

    private async Task DisableAsync(ListedAccount account)
    {
        if (await IsDoneAsync(account, token => Accounts.SetDisabledAsync(account.AccountId, !account.Disabled, token)))
        {
            await Audit.DidAsync(Reader.User, account.Disabled ? AuditAction.AccountEnabled : AuditAction.AccountDisabled, account.Name, CancellationToken.None);
            await DoneAsync(account);
        }
    }

    /// <summary>Whoever is signed in does not shut itself out, and one administrator always stays.</summary>
    private async Task<bool> IsDoneAsync(ListedAccount account, Func<CancellationToken, Task<bool>> act)
    {
        _password = null;
        if (account.Name == Reader.Name)
        {
            _told = Reader.Text(AccountsText.NotYourself);
            return false;
        }

        var done = await act(CancellationToken.None);
        _told = done ? null : Reader.Text(AccountsText.LastAdministrator, account.Name);
        return done;
    }

    private async Task DoneAsync(ListedAccount account)
    {
        _chosen = null;
        _draft = null;
        _password = null;
        _told = Reader.Text(AccountsText.Done, account.Name);
        await ReloadAsync();
    }

    private static string NewPassword() => RandomNumberGenerator.GetString(PasswordSigns, PasswordLength);

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,62}$", RegexOptions.None, 1000)]
    private static partial Regex AccountName();
}
