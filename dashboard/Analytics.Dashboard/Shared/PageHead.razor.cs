using System.Text.RegularExpressions;
using Analytics.Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Shared;

public sealed partial class PageHead
{
    /// <summary>The page's short name, in the tab.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Heading { get; set; }

    [Parameter, EditorRequired]
    public required string Lede { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    // Years joined by a dash stay on one line.
    [GeneratedRegex(@"(?<span>\d{4}–\d{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearSpan();
}
