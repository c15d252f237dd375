using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Lineage;

public sealed partial class LineagePage
{
    [Inject]
    public required LineageQuery Query { get; set; }

    protected override string Path => Routes.Lineage;

    protected override Task<LineageView> LoadAsync(CancellationToken token) => LineageModel.LoadAsync(Data, Query, Reader, token);
}
