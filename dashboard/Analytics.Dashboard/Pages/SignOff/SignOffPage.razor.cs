using Analytics.Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.SignOff;

/// <summary>The coordinating body's review: several months at once, each decision kept, the last one undone with a click.</summary>
public sealed partial class SignOffPage
{
    private readonly HashSet<(string SourceId, DateOnly Month)> _chosen = [];
    private string _comment = "";
    private string? _message;
    private IReadOnlyList<TakenStep> _taken = [];

    [Inject]
    public required SignOffQuery Query { get; set; }

    protected override async Task<SignOffView> LoadAsync(CancellationToken token)
    {
        var rights = Rights.Of(Reader.User);
        var months = await Query.MonthsAsync(rights, token);
        return new SignOffView(months, await Query.StepsAsync(rights, [.. months.Where(month => month.Step > 0)], token));
    }

    private void Choose((string, DateOnly) month, ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            _chosen.Add(month);
        }
        else
        {
            _chosen.Remove(month);
        }
    }

    private void ChooseAll(SignOffView view, ChangeEventArgs change)
    {
        _chosen.Clear();
        if (change.Value is true)
        {
            _chosen.UnionWith(view.Shown(Reader).Select(month => month.Key));
        }
    }

    /// <param name="from">Only months in this state move; null moves all that can.</param>
    private async Task StepAsync(string? from, Func<string, string?> to)
    {
        _taken = [];
        if (from is null && string.IsNullOrWhiteSpace(_comment))
        {
            _message = Reader.Text(SignOffText.NeedsReason);
            return;
        }

        var asked = State.View!.Months.Where(month => _chosen.Contains(month.Key) && (from is null || month.State == from))
            .Select(month => new TakenStep(month.SourceId, month.Month, month.Step, month.State)).ToList();
        var chosen = _chosen.Count;
        _taken = await Query.StepAsync(Rights.Of(Reader.User), asked, to, Reader.Name, _comment, CancellationToken.None);
        _message = _taken.Count == 0 ? Reader.Text(SignOffText.NothingMoves) : Reader.Text(SignOffText.Done, chosen, _taken.Count);
        _comment = "";
        await ReloadAsync();
        _chosen.IntersectWith(State.View?.Shown(Reader).Select(month => month.Key) ?? []);
    }

    // A step forward is undone by a step back and the other way round; both stay in the history.
    private async Task UndoAsync()
    {
        var forward = _taken.Where(step => step.State == ReviewState.Published || (step.State == ReviewState.Reviewed && !WentBack(step))).ToList();
        var backward = _taken.Except(forward).ToList();
        var reason = Reader.Text(SignOffText.UndoReason);
        var undone = (await Query.StepAsync(Rights.Of(Reader.User), forward, ReviewState.Before, Reader.Name, reason, CancellationToken.None)).Count
            + (await Query.StepAsync(Rights.Of(Reader.User), backward, ReviewState.After, Reader.Name, reason, CancellationToken.None)).Count;
        _taken = [];
        _message = Reader.Text(SignOffText.Undone, undone);
        await ReloadAsync();
    }

    private bool WentBack(TakenStep step) =>
        State.View!.Steps[(step.SourceId, step.Month)].Reverse().Skip(1).FirstOrDefault()?.State == ReviewState.Published;

    private string MonthName(DateOnly month) => Reader.Language.Month(month.Year, month.Month);

    private IEnumerable<string> Flags(ReviewedMonth month)
    {
        if (month.Files == 0)
        {
            yield return Reader.Text(SignOffText.NothingCame);
        }

        if (month.IsChangedSince)
        {
            yield return Reader.Text(SignOffText.ChangedSince);
        }

        if (month.OpenFindings > 0)
        {
            yield return Reader.Text(SignOffText.OpenFindings, month.OpenFindings);
        }

        if (month.IsLate)
        {
            yield return Reader.Text(SignOffText.Late);
        }
    }
}
