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
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()"));
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => Blazor.resumeCircuit()"));
        await reader.DrawnAsync();
        await reader.ChooseAsync("Sex", "Female");
        Assert.Contains("measure=persons_assisted", reader.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator(".chip.chosen .which").Filter(new() { HasTextString = "Female" })).ToHaveCountAsync(1);
        Assert.Empty(reader.Errors);
    }
}
