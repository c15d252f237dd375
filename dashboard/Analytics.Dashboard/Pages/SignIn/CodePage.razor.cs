using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.SignIn;

/// <summary>The one-time code after the password. Plain HTML: it writes a cookie.</summary>
public sealed partial class CodePage
{
    private string? _account;
    private Guid? _stamp;
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
    public required SignInGate Gate { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required KnownClient Clients { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeInput();
        var pending = (await Http.AuthenticateAsync(SecondFactor.Pending)).Principal;
        (_account, _stamp) = (pending?.Identity?.Name, pending is null ? null : Session.Stamp(pending));
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

        switch (await Gate.CodeAsync(Http, account, _stamp, Input.Code ?? ""))
        {
            case SignInResult.Accepted accepted:
                await Http.SignOutAsync(SecondFactor.Pending);
                await Sessions.SignInAsync(Http, accepted.Account);
                Clients.Remember(Http, account);
                await Audit.TriedAsync(account, AuditAction.SignedIn, Http);
                Navigation.NavigateTo(SignInPage.Landing(Reader, accepted.Account, ReturnUrl));
                break;
            case SignInResult.Locked locked:
                await Audit.TriedAsync(account, AuditAction.SignInFailed, Http);
                _problem = Reader.Text(SignInText.CodesLocked, SignInPage.OpensAt(locked));
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
