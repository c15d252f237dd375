namespace Analytics.Dashboard.Pages.Measures;

public sealed partial class MeasuresPage
{
    protected override string Path => Routes.MeasureList;

    protected override bool NeedsData => false;

    protected override async Task<MeasuresView> LoadAsync(CancellationToken token) =>
        MeasuresModel.Build(Reader, await Data.ReferenceAsync(Reader.User, token));
}
