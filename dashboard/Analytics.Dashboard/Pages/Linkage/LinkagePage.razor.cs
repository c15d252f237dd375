using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Domain.Linkage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboard.Pages.Linkage;

/// <summary>The grey zone of linkage, pair by pair, for whoever decides.</summary>
public sealed partial class LinkagePage
{
    private ElementReference _first;
    private bool _working;
    private LinkageView? _view;

    [Inject]
    public required LinkageQuery Query { get; set; }

    protected override async Task<LinkageView> LoadAsync(CancellationToken token) => _view = await Query.ReadAsync(Rights.Of(Reader.User), token);

    private string Heading(LinkageView view) => view.Pairs.Count == 0
        ? Reader.Text(LinkageText.HeadingNone)
        : Reader.Text(LinkageText.Heading, view.Pairs.Count, Reader.Language.Number(view.Judged));

    private Task KeyAsync(KeyboardEventArgs pressed) => pressed is { CtrlKey: false, AltKey: false, MetaKey: false }
        ? pressed.Key switch
        {
            "s" or "S" => DecideAsync("same"),
            "d" or "D" => DecideAsync("different"),
            "l" or "L" => DecideAsync("later"),
            "u" or "U" => UndoAsync(),
            _ => Task.CompletedTask,
        }
        : Task.CompletedTask;

    private Task DecideAsync(string verdict) => SaveAsync(_view?.Next, verdict);

    private Task UndoAsync() => SaveAsync(_view?.Last, null);

    private async Task SaveAsync(ReviewPair? pair, string? verdict)
    {
        if (pair is null || _working)
        {
            return;
        }

        _working = true;
        try
        {
            await Query.DecideAsync(Rights.Of(Reader.User), pair, verdict, Reader.User.FindFirstValue(ClaimTypes.Name) ?? throw new UnauthorizedAccessException("The session names no account."), CancellationToken.None);
            await ReloadAsync();
            if (_view?.Next is not null)
            {
                await _first.FocusAsync(preventScroll: true);
            }
        }
        finally
        {
            _working = false;
        }
    }

    private string Of(Proportion? share) => share is { } known ? Of(known.Estimate, known.Lower, known.Upper) : Reader.Text(LinkageText.NotYet, ClericalReview.Fewest);

    private string Of(double share, double lower, double upper) => double.IsNaN(share) ? Reader.Text(LinkageText.NotYet, ClericalReview.Fewest)
        : Reader.Text(LinkageText.Interval, Reader.Language.Percent((decimal)share), Reader.Language.Percent((decimal)lower), Reader.Language.Percent((decimal)upper));
}
