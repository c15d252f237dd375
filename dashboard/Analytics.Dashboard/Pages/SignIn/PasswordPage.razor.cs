using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.SignIn;

/// <summary>A password of the reader's own; asked for at the first sign-in. Ends every other session of the account.</summary>
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
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized() => Input ??= new PasswordInput();

    private async Task SubmitAsync()
    {
        var token = Http.RequestAborted;
        _problem = PasswordRule.Problem(Reader.Name, Input) is { } problem ? Text(problem) : null;
        if (_problem is not null)
        {
            return;
        }

        if (await Accounts.SignInAsync(Reader.Name, Input.Current!, token) is not SignInResult.Accepted { Account: var account })
        {
            _problem = Text(SignInText.WrongCurrent);
            return;
        }

        await Accounts.ChangePasswordAsync(account, Input.New!, token);
        await Audit.DidAsync(Reader.User, AuditAction.PasswordChanged, "", token);
        if (await Accounts.FindAsync(account.AccountId, token) is { } renewed)
        {
            await Session.RenewAsync(Http, renewed);
        }

        Navigation.NavigateTo(Reader.Href(Routes.Overview));
    }

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class PasswordInput
{
    public string? Current { get; set; }
    public string? New { get; set; }
    public string? Again { get; set; }
}

/// <summary>What a new password must be: long rather than intricate (NIST SP 800-63B, section 5.1.1).</summary>
public static class PasswordRule
{
    public const int Shortest = 12;

    /// <summary>Null when it will do.</summary>
    public static LocalText? Problem(string account, PasswordInput input) => input switch
    {
        { New: null or { Length: < Shortest } } => SignInText.TooShort,
        _ when input.New != input.Again => SignInText.NotSame,
        _ when input.New == input.Current || input.New.Contains(account, StringComparison.OrdinalIgnoreCase) => SignInText.TooLike,
        _ => null,
    };
}
