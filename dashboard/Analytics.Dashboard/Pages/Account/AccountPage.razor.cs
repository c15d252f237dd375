using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Account;

/// <summary>A reader's own language, password and tokens. Plain HTML: it renews the session's cookie.</summary>
public sealed partial class AccountPage
{
    /// <summary>How long a token may be valid.</summary>
    public static readonly IReadOnlyList<int> TokenDays = [7, 30, 90, 365];

    private string _secret = SecondFactor.NewSecret();
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

    [SupplyParameterFromForm(FormName = "factor-on")]
    public FactorInput On { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "factor-off")]
    public FactorInput Off { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required ApiTokenStore Tokens { get; set; }

    [Inject]
    public required SecondFactor Factor { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Chosen ??= new LanguageInput();
        Made ??= new TokenInput();
        On ??= new FactorInput();
        Off ??= new FactorInput();
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

    private async Task SetFactorUpAsync()
    {
        var secret = On.Secret ?? "";
        if (_account is not { HasSecondFactor: false } || !await Factor.VerifyAsync(secret, On.Code ?? ""))
        {
            _problem = Text(AccountText.WrongCode);
            _secret = Factor.Reveal(secret);
            return;
        }

        await Accounts.SetSecondFactorAsync(_accountId, secret, Http.RequestAborted);
        await Audit.DidAsync(Reader.User, AuditAction.SecondFactorOn, "", Http.RequestAborted);
        await RenewAsync();
    }

    private async Task TakeFactorAwayAsync()
    {
        if (await Accounts.EnterCodeAsync(Reader.Name, SecondFactor.Digits(Off.Code ?? ""), Factor.VerifyAsync, Http.RequestAborted) is not SignInResult.Accepted)
        {
            _problem = Text(AccountText.WrongCode);
            return;
        }

        await Accounts.SetSecondFactorAsync(_accountId, null, Http.RequestAborted);
        await Audit.DidAsync(Reader.User, AuditAction.SecondFactorOff, "", Http.RequestAborted);
        await RenewAsync();
    }

    // What changed of the account ended its sessions; this one goes on.
    private async Task RenewAsync()
    {
        if (await Accounts.FindAsync(_accountId, Http.RequestAborted) is { } account)
        {
            await Session.RenewAsync(Http, account);
        }

        Navigation.NavigateTo(Routes.Account);
    }

    private async Task MakeTokenAsync()
    {
        var label = (Made.Label ?? "").Trim();
        var scopes = (Made.Scopes ?? []).Where(scope => TokenScope.All.Contains(scope)).Distinct(StringComparer.Ordinal).ToList();
        if (scopes.Count == 0)
        {
            _tokenProblem = Text(AccountText.NoScope);
            return;
        }

        var days = TokenDays.Contains(Made.Days) ? Made.Days : (int)ApiTokenStore.Lifetime.TotalDays;
        _made = (await Tokens.AddAsync(Reader.Name, label.Length > 80 ? label[..80] : label, scopes, TimeSpan.FromDays(days), Http.RequestAborted))?.Token;
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
}

public sealed class FactorInput
{
    public string? Secret { get; set; }
    public string? Code { get; set; }
}
