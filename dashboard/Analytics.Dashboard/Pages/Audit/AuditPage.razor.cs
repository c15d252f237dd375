using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Audit;

/// <summary>The administrator's view of the audit; the filter lives in the address.</summary>
public sealed partial class AuditPage
{
    private Address? _shown;

    [Inject]
    public required AuditLog Log { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    protected override Task<AuditView> LoadAsync(CancellationToken token)
    {
        _shown = Reader.Address;
        return AuditView.ReadAsync(Log, Reader.Address, Time.GetUtcNow(), token);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && !ReferenceEquals(_shown, Reader.Address))
        {
            await ReloadAsync();
        }
    }
}
