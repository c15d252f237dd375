namespace Analytics.Dashboard.Pages.Ledger;

public sealed partial class LedgerPage
{
    protected override string Path => Routes.Ledger;

    protected override bool NeedsData => false;

    protected override Task<LedgerView> LoadAsync(CancellationToken token) => LedgerModel.LoadAsync(Data, Reader, token);
}
