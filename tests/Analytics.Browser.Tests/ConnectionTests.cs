using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>A page and its connection, by the framework's own script.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class ConnectionTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Circuit_PausedAndResumed_PageGoesOnWithItsFilters()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends?measure=persons_assisted");
        var before = await reader.Page.Locator(".plot-area").First.GetAttributeAsync("data-drawn");
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()"));
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => Blazor.resumeCircuit()"));
        // The page is made anew by the new connection; what stood before goes.
        await reader.Page.WaitForFunctionAsync("before => (document.querySelector('.plot-area')?.dataset.drawn ?? before) !== before", before);
        await reader.DrawnAsync();
        await reader.ChooseAsync("Sex", "Female");
        Assert.Contains("measure=persons_assisted", reader.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator(".chip.chosen .which").Filter(new() { HasTextString = "Female" })).ToHaveCountAsync(1);
        Assert.Empty(reader.Errors);
    }
}
