using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>A page as a reader has it, with the requests to other origins and the errors that a browser tells nobody.</summary>
public sealed class ReaderPage : IAsyncDisposable
{
    private static readonly string[] s_ownSchemes = ["data", "blob"];

    public ReaderPage(IPage page, Uri site)
    {
        Page = page;
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Authority != site.Authority && !s_ownSchemes.Contains(address.Scheme, StringComparer.Ordinal))
            {
                ForeignRequests.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    public List<string> ForeignRequests { get; } = [];

    public List<string> Errors { get; } = [];

    /// <summary>Opens an address and waits until every chart on it is drawn.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await DrawnAsync();
    }

    public async Task DrawnAsync() => await Page.WaitForFunctionAsync(
        "() => !document.querySelector('.skeleton, .view.loading') && [...document.querySelectorAll('.plot-area')].every(plot => plot.dataset.drawn)");

    /// <summary>The charts of the page on which nothing can be seen: not one mark of theirs takes room on the screen.</summary>
    public async Task<string[]> EmptyChartsAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => {
          const marks = ".scatterlayer path, .barlayer path, path.choroplethlocation, .scattergeo path, .sankey-link";
          const isSeen = (mark) => {
            const { width, height } = mark.getBoundingClientRect();
            const style = getComputedStyle(mark);
            const paint = [style.fill, style.stroke].some((colour) => colour !== "none" && !/, 0\)$/.test(colour));
            return width + height > 1 && style.visibility === "visible" && paint;
          };
          return [...document.querySelectorAll(".plot-area")]
            .filter((chart) => !chart.matches(".js-plotly-plot[data-drawn]") || ![...chart.querySelectorAll(marks)].some(isSeen))
            .map((chart) => chart.id);
        }
        """);

    /// <summary>From now on, what the server says over a page's connection arrives late, in its order.</summary>
    public Task SlowConnectionAsync(TimeSpan delay) => Page.RouteWebSocketAsync(
        "**/_blazor**",
        socket =>
        {
            var server = socket.ConnectToServer();
            var last = Task.CompletedTask;
            server.OnMessage(frame =>
            {
                var arrival = Task.Delay(delay);
                last = last.ContinueWith(
                    async _ =>
                    {
                        await arrival;
                        if (frame.Binary is { } bytes)
                        {
                            socket.Send(bytes);
                        }
                        else if (frame.Text is { } text)
                        {
                            socket.Send(text);
                        }
                    },
                    TaskScheduler.Default).Unwrap();
            });
        });

    /// <summary>The pages of the reader's navigation, in a language.</summary>
    public async Task<string[]> LinksAsync(string language)
    {
        await GoAsync($"/?lang={language}");
        return await Page.Locator("nav a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
    }

    /// <summary>What axe finds on the page as it stands: rule, impact, and where.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var violations = (await Page.RunAxe()).Violations;
        if (violations.Any(rule => rule.Id == "document-title"))
        {
            // When the page's connection stands, its title is taken away and given anew: between the two there is none.
            await Page.WaitForFunctionAsync("() => document.title");
            violations = (await Page.RunAxe()).Violations;
        }

        return [.. violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}) at {node.Target}"))];
    }

    /// <summary>Chooses a member of a filter by its name, and waits until the first chart, where there is one, is drawn anew.</summary>
    public async Task ChooseAsync(string filter, string choice)
    {
        var before = await Page.EvaluateAsync<string?>("() => document.querySelector('.plot-area')?.dataset.drawn ?? null");
        var address = Page.Url;
        var chip = Page.Locator("details.chip", new() { Has = Page.Locator(".what", new() { HasTextString = filter }) }).First;
        await chip.Locator("summary").ClickAsync();
        await chip.GetByRole(AriaRole.Link, new() { Name = choice, Exact = true }).ClickAsync();
        await Page.WaitForFunctionAsync(
            "([address, before]) => location.href !== address && (before === null || document.querySelector('.plot-area')?.dataset.drawn !== before)",
            new object?[] { address, before });
    }

    /// <summary>What the line of a chart of years shows in the middle of a year.</summary>
    public async Task<double?> ChartValueAsync(string chart, int year) => await Page.EvaluateAsync<double?>(
        """
        ([chart, year]) => {
          const line = document.getElementById(chart).data.find(trace => trace.type === "scatter" && !trace.fill);
          return line.y[line.x.findIndex(at => at.startsWith(year))];
        }
        """,
        new object[] { chart, $"{year}-07" });

    /// <summary>Pixels by which the page is wider than the screen, once it has settled.</summary>
    public async Task<int> OverflowAsync() => await Page.EvaluateAsync<int>(
        """
        async () => {
          const over = () => document.documentElement.scrollWidth - window.innerWidth;
          for (let frame = 0; over() > 0 && frame < 120; frame++) await new Promise((next) => requestAnimationFrame(next));
          return over();
        }
        """);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
