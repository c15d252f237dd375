using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Warehouse.Rebuild;

namespace Analytics.Etl.Publish.Cells;

/// <summary>A publication was not released; the last good one stays.</summary>
internal sealed class PublicationBlockedException : Exception
{
    public PublicationBlockedException(string measure, string profile, AttackReport attack)
        : this(measure, profile, [.. attack.Exposed.Select(cell => cell.Codes)])
    {
    }

    /// <param name="exposed">The codes of each cell that stands out.</param>
    public PublicationBlockedException(string measure, string profile, IReadOnlyList<IReadOnlyList<string>> exposed)
        : base($"publication blocked: {exposed.Count} withheld cells of {measure} could be recovered by profile {profile} ({Cells(exposed)}); the last publication stays.")
    {
    }

    /// <param name="failures">The checks that the warehouse fails.</param>
    public PublicationBlockedException(IReadOnlyList<(string Name, int Rows)> failures)
        : base($"publication blocked: the warehouse fails {string.Join(", ", failures.Select(check => $"{check.Name} ({check.Rows} rows)"))}; the last publication stays.") =>
        FailedChecks = [.. failures.Select(check => check.Name)];

    /// <param name="cause">Why the warehouse could not be put right.</param>
    public PublicationBlockedException(RebuildFailedException cause)
        : base($"publication blocked: {cause.Message}; the last publication stays.", cause)
    {
    }

    /// <summary>The checks that the warehouse fails; none when the attack found withheld cells.</summary>
    public IReadOnlyList<string> FailedChecks { get; } = [];

    // Which cells, never how large they are.
    private static string Cells(IReadOnlyList<IReadOnlyList<string>> exposed)
    {
        const int Most = 3;
        var named = exposed.Take(Most).Select(codes => string.Join(' ', codes.Where(code => code != Dimension.Total).DefaultIfEmpty("everything")));
        return string.Join("; ", named) + (exposed.Count > Most ? "; …" : "");
    }
}
