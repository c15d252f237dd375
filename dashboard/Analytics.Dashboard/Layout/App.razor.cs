using Analytics.Dashboard.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboard.Layout;

public sealed partial class App
{
    private Language _language = Language.English;
    private bool _interactive;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    // Pages that read or write cookies are plain HTML; the rest become interactive once loaded.
    private IComponentRenderMode? RenderMode => _interactive ? Microsoft.AspNetCore.Components.Web.RenderMode.InteractiveServer : null;

    protected override void OnInitialized()
    {
        _language = LanguageChoice.Of(Http);
        _interactive = Http.AcceptsInteractiveRouting();
    }
}
