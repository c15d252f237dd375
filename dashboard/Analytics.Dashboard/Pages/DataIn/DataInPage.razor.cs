using Analytics.Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.DataIn;

public sealed partial class DataInPage
{
    [Inject]
    public required DataInQuery Query { get; set; }

    protected override Task<DataInView> LoadAsync(CancellationToken token) => Query.ReadAsync(Rights.Of(Reader.User), token);

    private string Heading(DataInView view)
    {
        var refused = view.Batches.Count(batch => batch.State == "refused");
        var rejected = view.Rejections.Sum(row => row.Rows);
        return view.Batches.Count == 0 ? Reader.Text(DataInText.HeadingNone)
            : refused == 0 && rejected == 0 ? Reader.Text(DataInText.HeadingClean, view.Batches.Count)
            : $"{Reader.Text(DataInText.RowsWait, rejected)}, {Reader.Text(DataInText.FilesRefused, refused)}";
    }
}
