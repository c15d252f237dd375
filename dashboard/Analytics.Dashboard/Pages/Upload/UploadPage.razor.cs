using Analytics.Contracts;
using Analytics.Dashboard.Uploads;
using Analytics.Database.Requests;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Analytics.Dashboard.Pages.Upload;

public sealed partial class UploadPage
{
    private const int BufferBytes = 128 * 1024;
    private const double BytesOfMegabyte = 1 << 20;

    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(200);

    private Step _step;
    private string _name = "";
    private string? _upload;
    private long _bytes;
    private long _sent;
    private long _rows;
    private bool _isTaken;
    private string? _problem;
    private string? _note;
    private Preview? _preview;
    private LoadResult? _loaded;

    private enum Step
    {
        Choose,
        Sending,
        Looking,
        Preview,
        Loading,
        Loaded,
    }

    [Inject]
    public required UploadFiles Files { get; set; }

    [Inject]
    public required RequestClient Requests { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private bool IsBusy => _step is Step.Sending or Step.Looking or Step.Loading;

    protected override async Task<UploadModel> LoadAsync(CancellationToken token) =>
        await Files.CatalogueAsync(Reader, token) is { Sources.Count: > 0 } catalogue && Files.Uploads is not null
            ? new UploadModel(catalogue)
            : throw new IOException("The worker has written no catalogue of what can be uploaded.");

    private async Task TakeAsync(UploadModel model, InputFileChangeEventArgs chosen)
    {
        var file = chosen.File;
        (_problem, _note, _preview, _loaded) = (null, null, null, null);
        if (file.Size > Files.MostBytes)
        {
            _problem = Reader.Text(UploadText.TooLarge, Reader.Language.Number(Files.MostBytes >> 20));
            return;
        }

        if (file.Size == 0)
        {
            _problem = Text(UploadText.Empty);
            return;
        }

        var uploads = Files.Uploads!;
        (_step, _name, _bytes, _sent, _upload) = (Step.Sending, file.Name, file.Size, 0, uploads.Add());
        try
        {
            await SendAsync(file, uploads.FileFor(_upload, file.Name));
        }
        catch (Exception cause) when (cause is IOException or JSException or TimeoutException)
        {
            uploads.Delete(_upload);
            (_step, _problem) = (Step.Choose, Text(UploadText.Broken));
            return;
        }

        await LookAsync(model);
    }

    private async Task SendAsync(IBrowserFile file, string path)
    {
        await using var from = file.OpenReadStream(Files.MostBytes, Gone);
        await using var to = UploadFolder.Create(path);
        var buffer = new byte[BufferBytes];
        var drawn = Time.GetTimestamp();
        while (await from.ReadAsync(buffer, Gone) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), Gone);
            _sent += read;
            if (Time.GetElapsedTime(drawn) > s_redraw)
            {
                drawn = Time.GetTimestamp();
                StateHasChanged();
                await Task.Yield();
            }
        }

        if (_sent != file.Size)
        {
            throw new IOException("The file ended early.");
        }
    }

    private async Task LookAsync(UploadModel model)
    {
        var request = await FollowAsync(Step.Looking, RequestKind.Preview, model.Arguments(_upload!));
        if (request.Error is { } error)
        {
            Fail(error);
            return;
        }

        _preview = await Files.PreviewAsync(_upload!, Gone);
        _step = Step.Preview;
    }

    private async Task LoadFileAsync(UploadModel model)
    {
        _problem = null;
        var request = await FollowAsync(Step.Loading, RequestKind.Load, model.Arguments(_upload!));
        if (request.Error is { } error)
        {
            Fail(error);
            return;
        }

        _loaded = request.ResultAs<LoadResult>();
        _note = _loaded.Batches.Any(b => b.Counts.Inserted + b.Counts.Updated + b.Counts.Deleted > 0) ? Text(UploadText.Published) : null;
        _step = Step.Loaded;
    }

    private async Task DiscardAsync(UploadModel model)
    {
        await Requests.DoAsync(Reader, RequestKind.Discard, model.Arguments(_upload!), Gone);
        StartAgain();
        _note = Text(UploadText.Discarded);
    }

    /// <summary>Another source or layout: a file that is here already is looked at anew.</summary>
    private Task ChooseSourceAsync(UploadModel model, ChangeEventArgs change)
    {
        model.Choose((string)change.Value!);
        return LookAgainAsync(model);
    }

    private Task ChooseMappingAsync(UploadModel model, ChangeEventArgs change)
    {
        model.Mapping = (string)change.Value!;
        return LookAgainAsync(model);
    }

    private Task LookAgainAsync(UploadModel model) => _step is Step.Preview ? LookAsync(model) : Task.CompletedTask;

    private async Task<Request> FollowAsync(Step step, string kind, UploadArguments arguments)
    {
        (_step, _rows, _isTaken) = (step, 0, false);
        Request? last = null;
        await foreach (var request in Requests.FollowAsync(await Requests.AskAsync(Reader, kind, arguments, Gone), Gone))
        {
            (last, _rows, _isTaken) = (request, request.RowsRead, request.State != "asked");
            StateHasChanged();
        }

        return last!;
    }

    private void Fail(LocalText error) => (_step, _problem) = (Step.Choose, Reader.Text(UploadText.Failed, Text(error)));

    private void StartAgain() => (_step, _name, _upload, _problem, _note, _preview, _loaded) = (Step.Choose, "", null, null, null, null, null);

    private string Heading() => _step switch
    {
        Step.Preview when _preview is { } preview => preview.Files.All(f => f.Refused is not null)
            ? Text(UploadText.WouldRefuse)
            : Reader.Text(
                UploadText.WouldLoad,
                preview.Files.Where(f => f.Refused is null).Sum(f => UploadModel.Loaded(f.Counts)),
                Number(preview.Files.Sum(f => f.Counts.Rejected))),
        Step.Loaded when _loaded is { } loaded => loaded.Batches.All(b => b.Refused is not null)
            ? Text(UploadText.WasRefused)
            : Reader.Text(
                UploadText.WasLoaded,
                loaded.Batches.Sum(b => UploadModel.Loaded(b.Counts)),
                Number(loaded.Batches.Sum(b => b.Counts.Rejected))),
        _ => Text(UploadText.Heading),
    };

    private string Doing() => _step switch
    {
        Step.Sending => Reader.Text(UploadText.Sending, Reader.Language.Number((decimal)(_sent / BytesOfMegabyte), 1), Reader.Language.Number((decimal)(_bytes / BytesOfMegabyte), 1)),
        _ when !_isTaken => Text(UploadText.Waiting),
        Step.Looking => Reader.Text(UploadText.Looking, _rows),
        _ => Reader.Text(UploadText.Loading, _rows),
    };

    private string Outcome(LoadedBatch batch) => batch.Refused is not null
        ? Text(UploadText.WasRefused)
        : Reader.Text(UploadText.WasLoaded, UploadModel.Loaded(batch.Counts), Number(batch.Counts.Rejected));

    private string SourceName(CatalogueSource source, UploadModel model) =>
        $"{source.Id} · {Text(model.TitleOf(source))}{(source.Synthetic ? $" ({Text(UploadText.Demonstration)})" : "")}";

    private double Share() => _bytes == 0 ? 0 : (double)_sent / _bytes;

    private string Number(long value) => Reader.Language.Number(value);

    private string Text(LocalText text) => Reader.Text(text);
}
