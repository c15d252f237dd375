using Analytics.Dashboard.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboard.Layout;

public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    [CascadingParameter]
    public Reader? Reader { get; set; }

    // Another address is another try.
    protected override void OnParametersSet() => _boundary?.Recover();
}
