using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Reporting;

public sealed partial class ReportingPage
{
    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required ReportingQuery Query { get; set; }

    protected override string Path => Routes.Reporting;

    protected override async Task<ReportingView> LoadAsync(CancellationToken token) =>
        ReportingModel.Build(Reader, await Query.ReadAsync(Reader.User, token), await Data.ReferenceAsync(Reader.User, token), Clock.GetUtcNow());
}
