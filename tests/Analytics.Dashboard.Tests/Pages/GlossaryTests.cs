using System.Text.RegularExpressions;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Glossary;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Glossary;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests.Pages;

public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<Term> s_terms = [.. GlossaryTerms.Groups.SelectMany(group => group.Terms)];

    [Fact]
    public void Terms_Ids_AreFitForAddressesAndUnique()
    {
        Assert.All(s_terms, term => Assert.Matches(Id(), term.Id));
        Assert.Equal(s_terms.Count, s_terms.Select(term => term.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Terms_EveryLanguage_AreNamedAndExplained() => Assert.All(s_terms.SelectMany(term => new[] { term.Name, term.Definition }), text =>
    {
        Assert.DoesNotMatch(Cyrillic(), text.En);
        Assert.Matches(Cyrillic(), text.Ru);
        Assert.Matches(Cyrillic(), text.Ky);
        Assert.NotEqual(text.Ru, text.Ky);
    });

    [Fact]
    public void OfMeasure_EveryExplainedMeasure_HasATermOfThePage()
    {
        var explained = MeasureCatalogue.All.Select(measure => GlossaryTerms.OfMeasure(measure.Id)).OfType<Term>().ToList();
        Assert.NotEmpty(explained);
        Assert.All(explained, term => Assert.Contains(term, s_terms));
    }

    [Fact]
    public async Task GlossaryPage_EveryTerm_HasItsPlaceAndALinkToIt()
    {
        var html = await Rendering.RenderAsync<GlossaryPage>(Sample.Reader(Language.Kyrgyz, "http://site/glossary?lang=ky"));
        Assert.All(s_terms, term =>
        {
            Assert.Contains($"<div id=\"{term.Id}\">", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"/glossary?lang=ky#{term.Id}\"", html, StringComparison.Ordinal);
            Assert.Contains(term.Definition.Ky, html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task TermHelp_Term_IsAButtonThatOpensItsMeaning()
    {
        var html = await Rendering.RenderAsync<TermHelp>(Sample.Reader(Language.Russian), new() { [nameof(TermHelp.Term)] = StateTerms.Withheld });
        var button = Button().Match(html);
        Assert.True(button.Success, html);
        Assert.Contains($"id=\"{button.Groups["panel"].Value}\" popover=\"auto\"", html, StringComparison.Ordinal);
        Assert.Contains("Что значит «скрыто»?", button.Value, StringComparison.Ordinal);
        Assert.Contains("href=\"/glossary#withheld\"", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex("<button[^>]*popovertarget=\"(?<panel>[^\"]+)\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Button();
}
