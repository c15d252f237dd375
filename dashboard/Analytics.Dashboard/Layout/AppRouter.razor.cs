using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace Analytics.Dashboard.Layout;

/// <summary>The root of the interactive page: tells every component who reads, in which language, at which address.</summary>
public sealed partial class AppRouter : IDisposable
{
    private Reader? _reader;

    /// <summary>The language that the first request was answered in.</summary>
    [Parameter]
    public required string LanguageCode { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose() => Navigation.LocationChanged -= Moved;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        await ReadAsync();
    }

    protected override async Task OnParametersSetAsync() => await ReadAsync();

    private async Task ReadAsync()
    {
        var user = (await Authentication).User;
        var language = LanguageChoice.OfAddress(Navigation.Uri) ?? Language.Find(LanguageCode) ?? Language.English;
        _reader = new Reader(user, language, Address.Of(Navigation.Uri));
    }

    private void Moved(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        var before = _reader?.Language;
        await ReadAsync();
        StateHasChanged();
        if (_reader is { } reader && reader.Language != before)
        {
            await Browser.InvokeVoidAsync("document.documentElement.setAttribute", "lang", reader.Language.Code);
        }
    });
}
