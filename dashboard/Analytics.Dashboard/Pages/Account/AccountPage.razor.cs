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
    private long _accountId;
    private string? _saved;
    private string? _made;
    private IReadOnlyList<ApiToken> _tokens = [];

    [SupplyParameterFromForm(FormName = "language")]
    public LanguageInput Chosen { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "token")]
    public TokenInput Made { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required ApiTokenStore Tokens { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Chosen ??= new LanguageInput();
        Made ??= new TokenInput();
        _accountId = Session.AccountId(Reader.User) ?? throw new UnauthorizedAccessException("The session names no account.");
        _saved = (await Accounts.FindAsync(_accountId, Http.RequestAborted))?.Language;
        _tokens = await Tokens.ListAsync(_accountId, Http.RequestAborted);
    }

    private async Task SaveLanguageAsync()
    {
        await Accounts.SetLanguageAsync(_accountId, Language.Find(Chosen.Code)?.Code, Http.RequestAborted);
        if (await Accounts.FindAsync(_accountId, Http.RequestAborted) is { } account)
        {
            await Session.SignInAsync(Http, account);
        }

        Navigation.NavigateTo(Routes.Account);
    }

    private async Task MakeTokenAsync()
    {
        var label = (Made.Label ?? "").Trim();
        _made = (await Tokens.AddAsync(Reader.Name, label.Length > 80 ? label[..80] : label, Http.RequestAborted))?.Token;
        _tokens = await Tokens.ListAsync(_accountId, Http.RequestAborted);
    }

    private async Task RevokeAsync(ApiToken token)
    {
        await Tokens.RevokeAsync(_accountId, token.TokenHash, Http.RequestAborted);
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
}
