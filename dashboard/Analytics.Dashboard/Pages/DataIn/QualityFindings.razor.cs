using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Shared;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.DataIn;

public sealed partial class QualityFindings : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<QualityRow>? _rows;

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required QualityQuery Query { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _rows = await Query.ReadAsync(Rights.Of(Reader.User), _gone.Token);
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault) || fault is OperationCanceledException)
        {
            // The page itself says that the database does not answer, or is gone.
        }
    }

    private string Place(QualityRow row)
    {
        var named = row.Lines.Length > 0 ? row.Lines.Length : row.Subjects.Length;
        var more = row.Found > named ? " …" : "";
        return row.Lines.Length > 0
            ? Reader.Text(QualityText.Lines, string.Join(", ", row.Lines.Select(line => Reader.Language.Number(line)))) + more
            : string.Join(", ", row.Subjects) + more;
    }
}
