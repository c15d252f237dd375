using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.SavedViews;
using Analytics.Database.Accounts;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Account;

public sealed partial class SavedViewsCard
{
    private IReadOnlyList<SavedView> _views = [];
    private SavedView? _removed;
    private SavedView? _renamed;
    private string? _unsaved;

    /// <summary>The page that the account starts on; null where its role decides.</summary>
    [Parameter, EditorRequired]
    public required string? StartAddress { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required SavedViewStore Views { get; set; }

    private string? Was => Reader.Address.Value(SavedViewForms.Was);

    private string? Problem => Reader.Address.Value(SavedViewForms.Problem);

    private string? NameGiven => Reader.Address.Value(SavedViewForms.Name);

    private string? Lang => Reader.Address.Value(Language.Parameter);

    // A view that was removed may still be what the account starts on.
    private bool IsOfNoList => StartAddress is { } start && _views.All(view => view.Address != start)
        && Routes.Navigation.SelectMany(group => group.Links).All(link => link.Path != start || !link.IsFor(Reader.Role));

    protected override async Task OnInitializedAsync()
    {
        if (Session.AccountId(Reader.User) is not { } account)
        {
            return;
        }

        _views = await Views.ListAsync(account, Http.RequestAborted);
        _removed = IdOf(SavedViewForms.Removed) is { } removed ? await Views.FindRemovedAsync(account, removed, Http.RequestAborted) : null;
        _renamed = Was is null ? null : _views.FirstOrDefault(view => view.SavedViewId == IdOf(SavedViewForms.Renamed));
        _unsaved = SavedAddress.Of(Reader.Role, Reader.Address.Value(SavedViewForms.Save));
    }

    private long? IdOf(string key) =>
        long.TryParse(Reader.Address.Value(key), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    private string Text(LocalText text) => Reader.Text(text);
}
