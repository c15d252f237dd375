namespace Analytics.Dashboard.Pages.Regions;

public sealed partial class RegionsPage
{
    protected override string Path => Routes.Regions;

    protected override Task<RegionsView> LoadAsync(CancellationToken token) => RegionsModel.LoadAsync(Data, Reader, token);
}
