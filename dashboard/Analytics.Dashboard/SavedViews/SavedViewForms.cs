using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Dashboard.SavedViews;

/// <summary>
/// What the forms of saved views send. Each answers with the page that shows what came of it, so that loading that page again changes
/// nothing; a change can be undone there.
/// </summary>
public static class SavedViewForms
{
    /// <summary>Query parameters of the account page.</summary>
    public const string Removed = "removed";
    public const string Renamed = "renamed";
    public const string Was = "was";
    public const string Problem = "problem";
    public const string Save = "save";
    public const string Name = "name";

    public static void MapSavedViews(this IEndpointRouteBuilder app)
    {
        Map(Routes.SaveView, SaveAsync);
        Map(Routes.RenameView, RenameAsync);
        Map(Routes.RemoveView, RemoveAsync);
        Map(Routes.RestoreView, RestoreAsync);
        Map(Routes.StartView, StartAsync);

        void Map(string path, Func<Sent, Task<string?>> answer) => app.MapPost(path, async (HttpContext context, IAntiforgery antiforgery, SavedViewStore views) =>
            await antiforgery.IsRequestValidAsync(context) && Session.AccountId(context.User) is { } account
                && await answer(new Sent(context, await context.Request.ReadFormAsync(context.RequestAborted), account, views)) is { } next
                ? Results.LocalRedirect(next)
                : Results.BadRequest()).ExcludeFromDescription();
    }

    private static async Task<string?> SaveAsync(Sent sent)
    {
        if (sent.Address is not { } address)
        {
            return null;
        }

        var change = sent.ViewName is { } name ? await sent.Views.AddAsync(sent.Account, name, address, sent.Token) : SavedViewChange.NotThere;
        return change == SavedViewChange.Done
            ? SavedAddress.Href(sent.Reader, address)
            : sent.AccountPage((Save, address), (Name, sent.ViewName), (Problem, ProblemOf(change)));
    }

    private static async Task<string?> RenameAsync(Sent sent)
    {
        if (sent.ViewId is not { } id || sent.ViewName is not { } name)
        {
            return null;
        }

        var before = (await sent.Views.ListAsync(sent.Account, sent.Token)).FirstOrDefault(view => view.SavedViewId == id)?.Name;
        var change = await sent.Views.RenameAsync(sent.Account, id, name, sent.Token);
        return change == SavedViewChange.Done && before != name
            ? sent.AccountPage((Renamed, Text(id)), (Was, before))
            : sent.AccountPage((Problem, ProblemOf(change)));
    }

    private static async Task<string?> RemoveAsync(Sent sent) => sent.ViewId is not { } id ? null
        : await sent.Views.RemoveAsync(sent.Account, id, sent.Token) == SavedViewChange.Done ? sent.AccountPage((Removed, Text(id))) : sent.AccountPage();

    private static async Task<string?> RestoreAsync(Sent sent) => sent.ViewId is not { } id ? null
        : sent.AccountPage((Problem, ProblemOf(await sent.Views.RestoreAsync(sent.Account, id, sent.Token))));

    private static async Task<string?> StartAsync(Sent sent)
    {
        var asked = sent.Form["address"].ToString();
        if (asked.Length > 0 && sent.Address is null)
        {
            return null;
        }

        await sent.Views.SetStartAsync(sent.Account, sent.Address, sent.Token);
        return sent.AccountPage();
    }

    private static string? ProblemOf(SavedViewChange change) => change switch
    {
        SavedViewChange.Done => null,
        SavedViewChange.NameTaken => "taken",
        SavedViewChange.TooMany => "many",
        _ => "gone",
    };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A form as it came.</summary>
    private sealed record Sent(HttpContext Context, IFormCollection Form, long Account, SavedViewStore Views)
    {
        public CancellationToken Token => Context.RequestAborted;

        public Reader Reader { get; } = new(Context.User, LanguageChoice.Of(Context), Localization.Address.Of($"http://site/{QueryString.Create(Language.Parameter, Form[Language.Parameter].ToString())}"));

        public string? Address => SavedAddress.Of(Context.User.Role(), Form["address"]);

        public long? ViewId => long.TryParse(Form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

        public string? ViewName => Form["name"].ToString().Trim() is { Length: > 0 and <= SavedViewStore.LongestName } name && !name.Any(char.IsControl) ? name : null;

        public string AccountPage(params IEnumerable<(string Key, string? Value)> says) =>
            QueryHelpers.AddQueryString(Reader.Href(Routes.Account), says.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Key, one.Value))) + "#saved-views";
    }
}
