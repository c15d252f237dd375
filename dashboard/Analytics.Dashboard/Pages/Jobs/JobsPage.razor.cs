using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Uploads;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Jobs;

public sealed partial class JobsPage
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private bool _isLooking;
    private string? _told;

    [Inject]
    public required JobsQuery Query { get; set; }

    [Inject]
    public required RequestClient Requests { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    protected override Task<JobsView> LoadAsync(CancellationToken token) => Query.ReadAsync(Rights.Of(Reader.User), token);

    /// <summary>While something runs, the page follows it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isLooking || State.View is not { } view || (!view.IsAnyRunning && _asked.Count == 0))
        {
            return;
        }

        _isLooking = true;
        try
        {
            await Task.Delay(s_look, Time, Gone);
            await RefreshAsync();
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _isLooking = false;
        }

        StateHasChanged();
    }

    private async Task AskAsync(string kind, string job)
    {
        _told = null;
        _asked.Add(job);
        try
        {
            var request = await Requests.DoAsync(Reader, kind, new JobArguments(job), Gone);
            _told = request.Error is { } error ? Reader.Text(JobsText.Failed, job, Reader.Text(error)) : Reader.Text(JobsText.Done, job);
        }
        finally
        {
            _asked.Remove(job);
        }

        await RefreshAsync();
    }

    private LocalText StateOf(JobRow job) =>
        _asked.Contains(job.Job) && !job.IsRunning ? JobsText.Asked : job.Newest is { } run ? JobsText.StateName(run.State) : JobsText.Never;

    private string Heading(JobsView view)
    {
        var failed = view.Jobs.Where(job => job.Newest?.HasFailed == true).Select(job => job.Job).ToList();
        return view.Runs.Count == 0 ? Reader.Text(JobsText.HeadingNone)
            : failed.Count == 0 ? Reader.Text(JobsText.HeadingDone, view.Jobs.Count)
            : Reader.Text(JobsText.HeadingFailed, string.Join(", ", failed));
    }
}
