using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Account;
using Analytics.Dashboard.Published;
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
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized() => Input ??= new SignInInput();

    private async Task SubmitAsync()
    {
        var name = (Input.Name ?? "").Trim().ToLowerInvariant();
        switch (await Accounts.SignInAsync(name, Input.Password ?? "", Http.RequestAborted))
        {
            case SignInResult.Accepted { Account: { HasSecondFactor: true } account }:
                await Http.SignInAsync(SecondFactor.Pending, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Name)], SecondFactor.Pending)));
                Navigation.NavigateTo(QueryHelpers.AddQueryString(Reader.Href(Routes.SignInCode), "returnUrl", Routes.LocalOrOverview(ReturnUrl)));
                break;
            case SignInResult.Accepted accepted:
                await Session.SignInAsync(Http, accepted.Account, Clock);
                await Audit.TriedAsync(name, AuditAction.SignedIn, Http);
                Navigation.NavigateTo(Landing(Reader, accepted.Account, ReturnUrl));
                break;
            case SignInResult.Locked locked:
                await Audit.TriedAsync(name, AuditAction.SignInFailed, Http);
                _problem = Reader.Text(SignInText.Locked, $"{locked.Until.ToOffset(Publication.Zone):HH:mm}");
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
        if (account.MustChangePassword)
        {
            return Routes.Password;
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

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class SignInInput
{
    public string? Name { get; set; }
    public string? Password { get; set; }
}
