using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Programmes;

public sealed partial class ProgrammesPage
{
    [Inject]
    public required ProgrammesQuery Query { get; set; }

    protected override string Path => Routes.Programmes;

    protected override Task<ProgrammesView> LoadAsync(CancellationToken token) => ProgrammesModel.LoadAsync(Data, Query, Reader, token);
}
