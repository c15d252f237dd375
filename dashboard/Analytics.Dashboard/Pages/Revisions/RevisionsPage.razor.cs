namespace Analytics.Dashboard.Pages.Revisions;

public sealed partial class RevisionsPage
{
    protected override string Path => Routes.Revisions;

    protected override Task<RevisionsView> LoadAsync(CancellationToken token) => RevisionsModel.LoadAsync(Data, Reader, token);
}
