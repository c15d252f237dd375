using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.SignIn;
using Analytics.Dashboard.Published;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Pages.Account;

/// <summary>A reader's own language, password and tokens. Plain HTML: it renews the session's cookie.</summary>
public sealed partial class AccountPage
{
    /// <summary>How long a token may be valid.</summary>
    public static readonly IReadOnlyList<int> TokenDays = [7, 30, 90, 365];

    private long _accountId;
    private Analytics.Database.Accounts.Account? _account;
    private string? _saved;
    private string? _problem;
    private string? _tokenProblem;
    private string? _made;
    private IReadOnlyList<ApiToken> _tokens = [];

    [SupplyParameterFromForm(FormName = "language")]
    public LanguageInput Chosen { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "token")]
    public TokenInput Made { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "factor-off")]
    public FactorOffInput Off { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required ApiTokenStore Tokens { get; set; }

    [Inject]
    public required SignInGate Gate { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required IOptions<Access.SessionOptions> Options { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Chosen ??= new LanguageInput();
        Made ??= new TokenInput();
        Off ??= new FactorOffInput();
        _accountId = Session.AccountId(Reader.User) ?? throw new UnauthorizedAccessException("The session names no account.");
        _account = await Accounts.FindAsync(_accountId, Http.RequestAborted) ?? throw new UnauthorizedAccessException("The session's account is gone.");
        _saved = _account.Language;
        _tokens = await Tokens.ListAsync(_accountId, Http.RequestAborted);
    }

    private async Task SaveLanguageAsync()
    {
        await Accounts.SetLanguageAsync(_accountId, Language.Find(Chosen.Code)?.Code, Http.RequestAborted);
        await RenewAsync();
    }

    private async Task TakeFactorAwayAsync()
    {
        _problem = await ProblemAsync(Off.Password, Off.Code);
        if (_problem is not null)
        {
            return;
        }

        await Accounts.RemoveSecondFactorAsync(_accountId, Http.RequestAborted);
        await Audit.DidAsync(Reader.User, AuditAction.SecondFactorOff, "", Http.RequestAborted);
        await RenewAsync();
    }

    // What changed of the account ended its sessions; this one goes on.
    private async Task RenewAsync()
    {
        if (await Accounts.FindAsync(_accountId, Http.RequestAborted) is { } account)
        {
            await Sessions.RenewAsync(Http, account);
        }

        Navigation.NavigateTo(Routes.Account);
    }

    /// <summary>Asks for the password, and the code where there are codes, before something grave; null when they are right.</summary>
    private async Task<string?> ProblemAsync(string? password, string? code) => await Gate.AgainAsync(Http, Reader.User, password ?? "", code ?? "", withCode: true) switch
    {
        SignInResult.Accepted => null,
        SignInResult.Locked locked => Reader.Text(SignInText.Locked, SignInPage.OpensAt(locked)),
        _ => Text(_account is { HasSecondFactor: true } ? AccountText.WrongPasswordOrCode : SignInText.WrongCurrent),
    };

    private async Task MakeTokenAsync()
    {
        var label = (Made.Label ?? "").Trim();
        var scopes = (Made.Scopes ?? []).Where(scope => TokenScope.All.Contains(scope)).Distinct(StringComparer.Ordinal).ToList();
        if (scopes.Count == 0)
        {
            _tokenProblem = Text(AccountText.NoScope);
            return;
        }

        _tokenProblem = await ProblemAsync(Made.Password, Made.Code);
        if (_tokenProblem is not null)
        {
            return;
        }

        var days = TokenDays.Contains(Made.Days) ? Made.Days : (int)ApiTokenStore.Lifetime.TotalDays;
        var kept = label.Length > 80 ? label[..80] : label;
        var result = await Tokens.AddAsync(Reader.Name, kept, scopes, TimeSpan.FromDays(days), Http.RequestAborted, Options.Value.MostTokens);
        if (result is not TokenResult.Made made)
        {
            _tokenProblem = result switch
            {
                TokenResult.TooMany many => Reader.Text(AccountText.TooManyTokens, many.Most),
                TokenResult.PasswordToChange => Text(AccountText.PasswordFirst),
                _ => Text(AccountText.CodesFirst),
            };
            return;
        }

        _made = made.Token;
        await Audit.DidAsync(Reader.User, AuditAction.TokenMade, label, Http.RequestAborted);
        _tokens = await Tokens.ListAsync(_accountId, Http.RequestAborted);
    }

    private async Task RevokeAsync(ApiToken token)
    {
        await Tokens.RevokeAsync(_accountId, token.TokenHash, Http.RequestAborted);
        await Audit.DidAsync(Reader.User, AuditAction.TokenRevoked, token.Label, Http.RequestAborted);
        Navigation.NavigateTo(Reader.Href(Routes.Account));
    }

    private string Day(DateTimeOffset moment) => Reader.Language.Date(Publication.Day(moment));

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class LanguageInput
{
    public string? Code { get; set; }
}

public sealed class TokenInput
{
    public string? Label { get; set; }
    public List<string>? Scopes { get; set; }
    public int Days { get; set; }
    public string? Password { get; set; }
    public string? Code { get; set; }
}

public sealed class FactorOffInput
{
    public string? Password { get; set; }
    public string? Code { get; set; }
}
