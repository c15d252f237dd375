using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

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
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized() => Input ??= new SignInInput();

    private async Task SubmitAsync()
    {
        switch (await Accounts.SignInAsync((Input.Name ?? "").Trim().ToLowerInvariant(), Input.Password ?? "", Http.RequestAborted))
        {
            case SignInResult.Accepted accepted:
                await Session.SignInAsync(Http, accepted.Account);
                Navigation.NavigateTo(accepted.Account.MustChangePassword ? Routes.Password : Reader.Href(Landing(accepted.Account.Role)));
                break;
            case SignInResult.Locked locked:
                _problem = Reader.Text(SignInText.Locked, $"{locked.Until.ToOffset(Publication.Zone):HH:mm}");
                break;
            default:
                _problem = Text(SignInText.Refused);
                break;
        }
    }

    /// <summary>Where the reader wanted to go; a donor who wanted nowhere in particular goes to its programmes.</summary>
    private string Landing(string role) => Routes.LocalOrOverview(ReturnUrl) is var wanted && wanted.Split('?')[0] == Routes.Overview && role == RoleNames.Donor
        ? Routes.Programmes
        : wanted;

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class SignInInput
{
    public string? Name { get; set; }
    public string? Password { get; set; }
}
