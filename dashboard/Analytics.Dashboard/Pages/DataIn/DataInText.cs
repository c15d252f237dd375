using Analytics.Domain;

namespace Analytics.Dashboard.Pages.DataIn;

[Texts("data-in")]
public static partial class DataInText
{
    public static readonly IReadOnlyList<LocalText> Counts =
    [
        CountRead,
        CountInserted,
        CountUpdated,
        CountUnchanged,
        CountDeleted,
        CountRejected,
    ];
}
