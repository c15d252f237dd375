using System.ComponentModel.DataAnnotations;

namespace Analytics.Dashboard.Access;

/// <summary>How open pages see to their session.</summary>
public sealed class SessionOptions
{
    public const string Section = "Analytics:Session";

    /// <summary>Seconds between two looks at whether an open page's session still holds.</summary>
    [Range(1, 600)]
    public int CheckSeconds { get; set; } = 60;
}
