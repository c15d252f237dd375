using System.Security.Cryptography;
using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.SignIn;

/// <summary>Sets one-time codes up; where the reader's role needs them, before anything else. Plain HTML: it renews the session's cookie.</summary>
public sealed partial class FactorPage
{
    private string _secret = SecondFactor.NewSecret();
    private string? _problem;
    private bool _isOn;
    private IReadOnlyList<string> _recovery = [];

    [SupplyParameterFromForm(FormName = "factor-on")]
    public FactorInput On { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AccountStore Accounts { get; set; }

    [Inject]
    public required SecondFactor Factor { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    protected override async Task OnInitializedAsync()
    {
        On ??= new FactorInput();
        _isOn = await FindAsync() is { HasSecondFactor: true };
    }

    private async Task SetUpAsync()
    {
        var account = await FindAsync();
        if (account.HasSecondFactor)
        {
            return;
        }

        var recovery = RecoveryCode.NewSet();
        if (!TryReveal(On.Secret, out var secret)
            || Factor.Step(On.Secret!, On.Code ?? "") is not { } step
            || !await Accounts.SetSecondFactorAsync(account.AccountId, On.Secret!, step, recovery, Http.RequestAborted))
        {
            _problem = Text(AccountText.WrongCode);
            _secret = secret ?? _secret;
            return;
        }

        await Audit.DidAsync(Reader.User, AuditAction.SecondFactorOn, "", Http.RequestAborted);
        await Sessions.RenewAsync(Http, await FindAsync());
        _recovery = recovery;
    }

    // A form that was not made here, or by keys that are gone, holds no secret.
    private bool TryReveal(string? kept, out string? secret)
    {
        try
        {
            secret = Factor.Reveal(kept ?? "");
            return true;
        }
        catch (CryptographicException)
        {
            secret = null;
            return false;
        }
    }

    private async Task<Analytics.Database.Accounts.Account> FindAsync() =>
        await Accounts.FindAsync(Session.AccountId(Reader.User) ?? throw new UnauthorizedAccessException("The session names no account."), Http.RequestAborted)
        ?? throw new UnauthorizedAccessException("The session's account is gone.");

    private string Text(LocalText text) => Reader.Text(text);
}

public sealed class FactorInput
{
    public string? Secret { get; set; }
    public string? Code { get; set; }
}
