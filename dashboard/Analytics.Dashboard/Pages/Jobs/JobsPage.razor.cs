using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Jobs;

public sealed partial class JobsPage
{
    [Inject]
    public required JobsQuery Query { get; set; }

    protected override Task<JobsView> LoadAsync(CancellationToken token) => Query.ReadAsync(token);

    private string Heading(JobsView view)
    {
        var failed = view.Newest.Where(run => run.HasFailed).Select(run => run.Job).ToList();
        return view.Runs.Count == 0 ? Reader.Text(JobsText.HeadingNone)
            : failed.Count == 0 ? Reader.Text(JobsText.HeadingDone, view.Newest.Count)
            : Reader.Text(JobsText.HeadingFailed, string.Join(", ", failed));
    }
}
