using Analytics.Dashboard.Access;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.SavedViews;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Dashboard.Pages.SignIn;

/// <summary>Name and password for a session. Plain HTML: it writes a cookie.</summary>
public sealed partial class SignInPage
{
    private string? _problem;

    [SupplyParameterFromForm]
    public SignInInput Input { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required SignInGate Gate { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required KnownClient Clients { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized() => Input ??= new SignInInput();

    private async Task SubmitAsync()
    {
        var name = (Input.Name ?? "").Trim().ToLowerInvariant();
        switch (await Gate.PasswordAsync(Http, name, Input.Password ?? ""))
        {
            case SignInResult.Accepted { Account: { HasSecondFactor: true } account }:
                await Http.SignInAsync(SecondFactor.Pending, Session.Principal(account, SecondFactor.Pending, DateTimeOffset.UnixEpoch));
                Navigation.NavigateTo(QueryHelpers.AddQueryString(Reader.Href(Routes.SignInCode), "returnUrl", Routes.LocalOrOverview(ReturnUrl)));
                break;
            case SignInResult.Accepted accepted:
                await Sessions.SignInAsync(Http, accepted.Account);
                Clients.Remember(Http, accepted.Account.Name);
                await Audit.TriedAsync(name, AuditAction.SignedIn, Http);
                Navigation.NavigateTo(Landing(Reader, accepted.Account, ReturnUrl));
                break;
            case SignInResult.Locked locked:
                await Audit.TriedAsync(null, AuditAction.SignInFailed, Http);
                _problem = Reader.Text(SignInText.Locked, OpensAt(locked));
                break;
            case SignInResult.Refused refused:
                await Audit.TriedAsync(refused.IsKnown ? name : null, AuditAction.SignInFailed, Http);
                _problem = Text(SignInText.Refused);
                break;
        }
    }

    /// <summary>
    /// Where a reader goes from here: to a password of its own, where it wanted, or, if it wanted nowhere in particular, to the start
    /// page that it chose, a donor without one to its programmes.
    /// </summary>
    public static string Landing(Reader reader, Analytics.Database.Accounts.Account account, string? returnUrl)
    {
        if (account.MustChangePassword || account.NeedsSecondFactor)
        {
            return account.MustChangePassword ? Routes.Password : Routes.SecondFactor;
        }

        var wanted = Routes.LocalOrOverview(returnUrl);
        if (wanted.Split('?')[0] != Routes.Overview)
        {
            return reader.Href(wanted);
        }

        // The role may have changed since the start page was chosen.
        var role = Session.Principal(account, "landing", DateTimeOffset.UnixEpoch).Role();
        return SavedAddress.Of(role, account.StartAddress) is { } start ? SavedAddress.Href(reader, start)
            : reader.Href(account.Role == RoleNames.Donor ? Routes.Programmes : wanted);
    }

    /// <summary>The first whole minute, in Bishkek, at which it is worth to try again.</summary>
    public static string OpensAt(SignInResult.Locked locked) => $"{locked.Until.ToOffset(Publication.Zone).AddSeconds(59):HH:mm}";

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class SignInInput
{
    public string? Name { get; set; }
    public string? Password { get; set; }
}
