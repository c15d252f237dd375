using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Analytics.Browser.Tests;

/// <summary>What every page is like for its readers, as a table.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class PagesBench(RunningProduct product, ITestOutputHelper output)
{
    private const int ColdLoads = 5;
    private const int MostBytes = 700_000;
    private static readonly string[] s_languages = ["en", "ru", "ky"];
    private static readonly int[] s_widths = [360, 768, 1440];
    private static readonly ColorScheme[] s_schemes = [ColorScheme.Light, ColorScheme.Dark];

    [BrowserBench]
    public async Task Measure_EveryPage_AxeFindsNothingAndNothingIsForeign()
    {
        await using var reader = await product.OpenAsync("admin");
        var findings = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var (views, charts, wide, empty) = (0, 0, new List<string>(), new List<string>());
        foreach (var language in s_languages)
        {
            foreach (var link in await reader.LinksAsync(language))
            {
                await reader.GoAsync(link);
                foreach (var (scheme, width) in s_schemes.SelectMany(scheme => s_widths.Select(width => (scheme, width))))
                {
                    await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                    await reader.Page.SetViewportSizeAsync(width, 900);
                    await reader.DrawnAsync();
                    views++;
                    var view = $"{link} {scheme} {width}";
                    foreach (var finding in await reader.AxeAsync())
                    {
                        findings.TryAdd(finding, []);
                        findings[finding].Add(view);
                    }

                    if (await reader.OverflowAsync() > 0)
                    {
                        wide.Add(view);
                    }

                    charts += await reader.Page.Locator(".plot-area").CountAsync();
                    empty.AddRange((await reader.EmptyChartsAsync()).Select(chart => $"{view} {chart}"));
                }
            }
        }

        foreach (var (finding, where) in findings)
        {
            output.WriteLine($"{finding}: {where.Count} views, first {where[0]}");
        }

        output.WriteLine(new StringBuilder("| what | figure |\n|---|---|\n")
            .AppendLine(CultureInfo.InvariantCulture, $"| views: pages × 3 languages × light, dark × 360, 768, 1440 px | {views} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| findings of axe | {findings.Values.Sum(where => where.Count)} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| views wider than the screen | {wide.Count} {string.Join(", ", wide.Take(3))} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| charts drawn; empty | {charts}; {empty.Count} {string.Join(", ", empty.Take(3))} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| errors of the browser | {reader.Errors.Count} {reader.Errors.FirstOrDefault()} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| requests to other origins | {reader.ForeignRequests.Count} |")
            .ToString());
        Assert.Empty(findings);
        Assert.Empty(wide);
        Assert.Empty(empty);
        Assert.Empty(reader.Errors);
        Assert.Empty(reader.ForeignRequests);
    }

    [BrowserBench]
    public async Task Measure_FirstLoadAndRedraw_AreSmallAndQuick()
    {
        await using var reader = await product.OpenAsync("admin");
        var cold = new List<(double Chart, double Bytes)>();
        for (var i = 0; i < ColdLoads; i++)
        {
            cold.Add(await ColdAsync(reader));
        }

        var redraws = await RedrawsAsync(reader);
        var bytes = Median(cold.Select(load => load.Bytes));
        output.WriteLine(new StringBuilder("| what | figure | limit |\n|---|---|---|\n")
            .AppendLine(CultureInfo.InvariantCulture, $"| scripts and styles of the first load, compressed | {bytes / 1000:0} kB | {MostBytes / 1000} kB |")
            .AppendLine(CultureInfo.InvariantCulture, $"| first chart after a cold load, median of {ColdLoads} | {Median(cold.Select(load => load.Chart)):0} ms | |")
            .AppendLine(CultureInfo.InvariantCulture, $"| filter change to redraw, median of {redraws.Count}, on a calm machine | {Median(redraws):0} ms | 200 ms |")
            .AppendLine(CultureInfo.InvariantCulture, $"| filter change to redraw, quickest | {redraws.Min():0} ms | |")
            .ToString());
        Assert.InRange(bytes, 1, MostBytes);
        Assert.Empty(reader.Errors);
        Assert.Empty(reader.ForeignRequests);
    }

    // From the start of navigation; transferSize is what came over the wire, headers included.
    private async Task<(double Chart, double Bytes)> ColdAsync(ReaderPage reader)
    {
        await using var cold = await product.OpenColdAsync(reader);
        await cold.Page.GotoAsync("/trends?lang=en", new() { WaitUntil = WaitUntilState.Commit });
        var drawn = await cold.Page.WaitForFunctionAsync("() => document.querySelector('.plot-area[data-drawn]') && performance.now()");
        var chart = await drawn.JsonValueAsync<double>();
        var bytes = await cold.Page.EvaluateAsync<double>(
            """
            () => performance.getEntriesByType("resource")
              .filter(one => /\.(js|css)($|\?)/.test(new URL(one.name).pathname))
              .reduce((sum, one) => sum + one.transferSize, 0)
            """);
        return (chart, bytes);
    }

    // In the page, so that the way of the test to the browser is not measured. A figure of another shape gets another element.
    private static async Task<IReadOnlyList<double>> RedrawsAsync(ReaderPage reader)
    {
        await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await reader.Page.SetViewportSizeAsync(1440, 900);
        await reader.GoAsync("/trends?lang=en&measure=persons_assisted");
        return await reader.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const drawn = () => document.querySelector(".plot-area")?.dataset.drawn;
              const times = [];
              for (const value of ["period=quarter", "by=sex", "sex=female", "by=region", "period=month", "measure=contacts", "period=quarter", "measure=intakes", "period=year", "by=region", "period=month", "by=sex"]) {
                for (const link of [...document.querySelectorAll("details.chip a")].filter(link => link.href.includes(value) && !link.ariaCurrent).slice(0, 1)) {
                  const before = drawn();
                  const began = performance.now();
                  link.click();
                  while ([before, undefined].includes(drawn())) {
                    if (performance.now() - began > 10000) {
                      throw new Error(`${link.href} drew nothing in ten seconds.`);
                    }
                    await new Promise(next => requestAnimationFrame(next));
                  }
                  times.push(performance.now() - began);
                  await new Promise(next => setTimeout(next, 200));
                }
              }
              return times;
            }
            """);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
