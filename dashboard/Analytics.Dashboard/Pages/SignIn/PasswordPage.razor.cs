using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.SignIn;

/// <summary>A password of the reader's own; asked for at the first sign-in. Ends every other session, and every token, of the account.</summary>
public sealed partial class PasswordPage
{
    private string? _problem;

    [SupplyParameterFromForm]
    public PasswordInput Input { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required SignInGate Gate { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized() => Input ??= new PasswordInput();

    private async Task SubmitAsync()
    {
        var token = Http.RequestAborted;
        _problem = PasswordRule.Problem(Reader.Name, Input.Current, Input.New, Input.Again) is { } problem ? Text(problem) : null;
        if (_problem is not null)
        {
            return;
        }

        var result = await Gate.AgainAsync(Http, Reader.User, Input.Current ?? "", code: "", withCode: false);
        if (result is not SignInResult.Accepted { Account: var account })
        {
            _problem = result is SignInResult.Locked locked ? Reader.Text(SignInText.Locked, SignInPage.OpensAt(locked)) : Text(SignInText.WrongCurrent);
            return;
        }

        await Accounts.ChangePasswordAsync(account, Input.New!, token);
        await Audit.DidAsync(Reader.User, AuditAction.PasswordChanged, "", token);
        if (await Accounts.FindAsync(account.AccountId, token) is { } renewed)
        {
            await Sessions.RenewAsync(Http, renewed);
        }

        Navigation.NavigateTo(account.NeedsSecondFactor ? Routes.SecondFactor : Reader.Href(Routes.Overview));
    }

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class PasswordInput
{
    public string? Current { get; set; }
    public string? New { get; set; }
    public string? Again { get; set; }
}
