using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Uploads;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Rejections;

public sealed partial class RejectionsPage
{
    private Address? _shown;
    private bool _isWorking;
    private string? _told;
    private long? _file;
    private long? _undo;

    [Inject]
    public required RejectionsQuery Query { get; set; }

    [Inject]
    public required RequestClient Requests { get; set; }

    [Inject]
    public required UploadFiles Files { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    protected override Task<RejectionsView> LoadAsync(CancellationToken token)
    {
        _shown = Reader.Address;
        var rights = Rights.Of(Reader.User);
        var (filter, page) = RejectionsModel.Read(Reader.Address, rights, Time.GetUtcNow());
        return Query.ReadAsync(filter, rights, page, token);
    }

    // The filter lives in the address.
    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && !ReferenceEquals(_shown, Reader.Address))
        {
            await ReloadAsync();
        }
    }

    private Task WriteAsync(RejectionFilter filter) => Files.Uploads is not { } uploads
        ? Task.CompletedTask
        : AskAsync(RequestKind.RejectedFile, new RejectedFileArguments(filter, uploads.Add(), Reader.Language.Code), request =>
        {
            _file = request.RequestId;
            return Reader.Text(RejectionsText.Written, request.ResultAs<RejectedFileResult>().Rows);
        });

    private Task ReplayAsync(RejectionFilter filter) => AskAsync(RequestKind.Replay, filter, request =>
    {
        var batches = request.ResultAs<LoadResult>().Batches;
        var told = new List<string>();
        if (batches.Where(b => b.Refused is null).Select(b => b.Counts).ToList() is { Count: > 0 } loaded)
        {
            var rejected = loaded.Sum(c => c.Rejected);
            told.Add(Reader.Text(RejectionsText.Replayed, loaded.Sum(c => c.Read) - rejected, Reader.Language.Number(rejected)));
        }

        told.AddRange(batches.Select(b => b.Refused).OfType<LocalText>().Distinct().Select(why => Reader.Text(RejectionsText.StaysAsItIs, Text(why))));
        return string.Join(" ", told);
    });

    private Task DismissAsync(RejectionFilter filter) => AskAsync(RequestKind.Dismiss, filter, request =>
    {
        _undo = request.RequestId;
        return Reader.Text(RejectionsText.Dismissed, request.ResultAs<RowsResult>().Rows);
    });

    private Task UndoAsync(long dismissal) => AskAsync(
        RequestKind.Undo,
        new UndoArguments(dismissal),
        request => Reader.Text(RejectionsText.Undone, request.ResultAs<RowsResult>().Rows));

    private async Task AskAsync(string kind, object arguments, Func<Request, string> tell)
    {
        (_isWorking, _told, _file, _undo) = (true, null, null, null);
        try
        {
            var request = await Requests.DoAsync(Reader, kind, arguments, Gone);
            _told = request.Error is { } error ? Reader.Text(RejectionsText.Failed, Text(error)) : tell(request);
        }
        finally
        {
            _isWorking = false;
        }

        await RefreshAsync();
    }

    private string Heading(RejectionsView view) => view.Filter.State switch
    {
        "open" => view.Rows == 0 ? Text(RejectionsText.HeadingNone) : Reader.Text(RejectionsText.HeadingSome, view.Rows),
        var state => Reader.Text(RejectionsText.HeadingOther, Reader.Language.Number(view.Rows), state is null ? Text(SharedText.AllOf) : Text(RejectionsText.StateName(state))),
    };

    private string LinkTo(RejectionGroup group) =>
        Reader.Address.With(("source", group.SourceId), ("column", group.Column.Length == 0 ? "-" : group.Column), ("rule", group.Rule), ("page", null));

    private string Text(LocalText text) => Reader.Text(text);
}
