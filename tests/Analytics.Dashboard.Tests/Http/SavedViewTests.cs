using System.Net;
using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboard.Tests.Http;

public sealed class SavedViewTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private const string Account = "/account";
    private const string Contacts = "/trends?measure=contacts";

    [DatabaseFact]
    public async Task Save_PageWithFilters_IsKeptWithoutLanguageAndAmongThePages()
    {
        using var client = await NewcomerAsync("keeper");
        using var answer = await DashboardServer.SendAsync(client, Account, Routes.SaveView, ("name", " Calls <b> "), ("address", Contacts + "&lang=ky"), ("lang", "ru"));
        Assert.Equal(Contacts + "&lang=ru", answer.Headers.Location!.PathAndQuery());
        var page = await client.GetStringAsync(new Uri("/account?lang=ru", UriKind.Relative));
        Assert.Contains("Calls &lt;b&gt;</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Calls <b>", page, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/audit")]
    public async Task Save_AddressThatIsNotOneOfTheReaders_IsRefused(string address)
    {
        using var client = await server.SignedInAsync("donor");
        using var answer = await DashboardServer.SendAsync(client, Account, Routes.SaveView, ("name", "Elsewhere"), ("address", address));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [DatabaseFact]
    public async Task Save_WithoutForgeryToken_IsRefused()
    {
        using var client = await server.SignedInAsync("donor");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("name", "A"), KeyValuePair.Create("address", "/trends")]);
        using var answer = await client.PostAsync(new Uri(Routes.SaveView, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [DatabaseFact]
    public async Task Save_NobodySignedIn_LeadsToTheSignInForm()
    {
        using var client = server.Anonymous();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("name", "A")]);
        using var answer = await client.PostAsync(new Uri(Routes.SaveView, UriKind.Relative), content);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest || answer.Headers.Location!.AbsolutePath == Routes.SignIn);
    }

    [DatabaseFact]
    public async Task RenameAndRemove_ThenUndo_ViewIsAsItWas()
    {
        using var client = await NewcomerAsync("undoer");
        var (views, id) = (server.Services.GetRequiredService<SavedViewStore>(), await IdAsync("undoer"));
        await views.AddAsync(id, "Calls", Contacts, CancellationToken.None);
        var kept = Assert.Single(await views.ListAsync(id, CancellationToken.None));
        var view = ("id", $"{kept.SavedViewId}");

        using var renamed = await DashboardServer.SendAsync(client, Account, Routes.RenameView, view, ("name", "Telephone"));
        var told = await client.GetStringAsync(new Uri(renamed.Headers.Location!.PathAndQuery(), UriKind.Relative));
        Assert.Contains("“Calls” is now called “Telephone”.", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        using var renamedBack = await DashboardServer.SendAsync(client, Account, Routes.RenameView, view, ("name", "Calls"));

        using var removed = await DashboardServer.SendAsync(client, Account, Routes.RemoveView, view);
        Assert.Empty(await views.ListAsync(id, CancellationToken.None));
        told = await client.GetStringAsync(new Uri(removed.Headers.Location!.PathAndQuery(), UriKind.Relative));
        Assert.Contains("“Calls” was removed.", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        using var restored = await DashboardServer.SendAsync(client, Account, Routes.RestoreView, view);
        Assert.Equal(kept, Assert.Single(await views.ListAsync(id, CancellationToken.None)));
    }

    [DatabaseFact]
    public async Task Change_AnotherAccountsView_ChangesNothing()
    {
        using var owner = await NewcomerAsync("owner");
        using var other = await NewcomerAsync("other");
        var (views, id) = (server.Services.GetRequiredService<SavedViewStore>(), await IdAsync("owner"));
        await views.AddAsync(id, "Mine", Contacts, CancellationToken.None);
        var kept = Assert.Single(await views.ListAsync(id, CancellationToken.None));
        var view = ("id", $"{kept.SavedViewId}");
        using var renamed = await DashboardServer.SendAsync(other, Account, Routes.RenameView, view, ("name", "Yours"));
        using var removed = await DashboardServer.SendAsync(other, Account, Routes.RemoveView, view);
        Assert.Equal(kept, Assert.Single(await views.ListAsync(id, CancellationToken.None)));
    }

    [DatabaseFact]
    public async Task Add_SameNameOrTooMany_IsSaid()
    {
        using var client = await NewcomerAsync("collector");
        var (views, id) = (server.Services.GetRequiredService<SavedViewStore>(), await IdAsync("collector"));
        for (var i = 0; i < SavedViewStore.Most; i++)
        {
            Assert.Equal(SavedViewChange.Done, await views.AddAsync(id, $"View {i}", Contacts, CancellationToken.None));
            if (i == 0)
            {
                Assert.Equal(SavedViewChange.NameTaken, await views.AddAsync(id, "View 0", "/regions", CancellationToken.None));
            }
        }

        using var answer = await DashboardServer.SendAsync(client, Account, Routes.SaveView, ("name", "One more"), ("address", "/regions"));
        var told = await client.GetStringAsync(new Uri(answer.Headers.Location!.PathAndQuery(), UriKind.Relative));
        Assert.Contains("Remove one first.", told, StringComparison.Ordinal);
        // What was to be saved waits in the form.
        Assert.Contains("value=\"One more\"", told, StringComparison.Ordinal);
        Assert.Equal(SavedViewStore.Most, (await views.ListAsync(id, CancellationToken.None)).Count);
    }

    [DatabaseFact]
    public async Task Start_Chosen_IsOpenedAfterSignInWhereNothingElseWasWanted()
    {
        using var client = await NewcomerAsync("starter");
        using var chosen = await DashboardServer.SendAsync(client, Account, Routes.StartView, ("address", Contacts));
        using var plain = await DashboardServer.SignInAsync(server.Anonymous(), "starter", DashboardServer.Password);
        Assert.Equal(Contacts, plain.Headers.Location!.PathAndQuery());
        using var russian = await DashboardServer.SignInAsync(server.Anonymous(), "starter", DashboardServer.Password, "?lang=ru");
        Assert.Equal(Contacts + "&lang=ru", russian.Headers.Location!.PathAndQuery());
        using var wanted = await DashboardServer.SignInAsync(server.Anonymous(), "starter", DashboardServer.Password, "?returnUrl=%2Fledger");
        Assert.Equal("/ledger", wanted.Headers.Location!.PathAndQuery());

        using var foreign = await DashboardServer.SendAsync(client, Account, Routes.StartView, ("address", "https://elsewhere.example/"));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        using var cleared = await DashboardServer.SendAsync(client, Account, Routes.StartView, ("address", ""));
        using var usual = await DashboardServer.SignInAsync(server.Anonymous(), "starter", DashboardServer.Password);
        Assert.Equal("/programmes", usual.Headers.Location!.PathAndQuery());
    }

    private async Task<HttpClient> NewcomerAsync(string name)
    {
        await server.Accounts.AddAsync(name, RoleNames.Donor, DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        return await server.SignedInAsync(name);
    }

    private async Task<long> IdAsync(string name) => (await server.Accounts.ListAsync(CancellationToken.None)).Single(account => account.Name == name).AccountId;
}
