using Analytics.Dashboard.Access;
using Analytics.Dashboard.Shared;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Layout;

public sealed partial class SavedViewLinks : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<SavedView> _views = [];

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required SavedViewStore Views { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    // A form that changes them loads its page anew.
    protected override async Task OnInitializedAsync()
    {
        if (Session.AccountId(Reader.User) is not { } account)
        {
            return;
        }

        try
        {
            _views = await Views.ListAsync(account, _gone.Token);
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault) || fault is OperationCanceledException)
        {
            // The page itself says that the database does not answer.
        }
    }
}
