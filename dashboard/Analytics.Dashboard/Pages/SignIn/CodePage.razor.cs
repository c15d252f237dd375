using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.SignIn;

/// <summary>The one-time code after the password. Plain HTML: it writes a cookie.</summary>
public sealed partial class CodePage
{
    private string? _account;
    private string? _problem;

    [SupplyParameterFromForm]
    public CodeInput Input { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required SecondFactor Factor { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeInput();
        _account = (await Http.AuthenticateAsync(SecondFactor.Pending)).Principal?.Identity?.Name;
        if (_account is null)
        {
            Navigation.NavigateTo(Routes.SignIn);
        }
    }

    private async Task SubmitAsync()
    {
        if (_account is not { } account)
        {
            return;
        }

        switch (await Accounts.EnterCodeAsync(account, SecondFactor.Digits(Input.Code ?? ""), Factor.VerifyAsync, Http.RequestAborted))
        {
            case SignInResult.Accepted accepted:
                await Http.SignOutAsync(SecondFactor.Pending);
                await Session.SignInAsync(Http, accepted.Account, Clock);
                await Audit.TriedAsync(account, AuditAction.SignedIn, Http);
                Navigation.NavigateTo(SignInPage.Landing(Reader, accepted.Account, ReturnUrl));
                break;
            case SignInResult.Locked locked:
                await Audit.TriedAsync(account, AuditAction.SignInFailed, Http);
                _problem = Reader.Text(SignInText.Locked, $"{locked.Until.ToOffset(Publication.Zone):HH:mm}");
                break;
            default:
                await Audit.TriedAsync(account, AuditAction.SignInFailed, Http);
                _problem = Text(SignInText.WrongCode);
                break;
        }
    }

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class CodeInput
{
    public string? Code { get; set; }
}
