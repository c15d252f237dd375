namespace Analytics.Dashboard.Pages.Trends;

public sealed partial class TrendsPage
{
    protected override string Path => Routes.Trends;

    protected override Task<TrendsView> LoadAsync(CancellationToken token) => TrendsModel.LoadAsync(Data, Reader, token);
}
