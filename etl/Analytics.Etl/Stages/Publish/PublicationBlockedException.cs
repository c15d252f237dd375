using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Stages.Publish;

/// <summary>A publication was not released; the last good one stays.</summary>
internal sealed class PublicationBlockedException : Exception
{
    public PublicationBlockedException(string measure, string profile, AttackReport attack)
        : base($"publication blocked: {attack.Exposed.Count} withheld cells of {measure} could be recovered by profile {profile} ({Cells(attack)}); the last publication stays.")
    {
    }

    public PublicationBlockedException(IReadOnlyList<(string Name, int Rows)> failures)
        : base($"publication blocked: the warehouse fails {string.Join(", ", failures.Select(check => $"{check.Name} ({check.Rows} rows)"))}; the last publication stays.")
    {
    }

    // Which cells, never how large they are.
    private static string Cells(AttackReport attack)
    {
        const int Most = 3;
        var named = attack.Exposed.Take(Most).Select(cell => string.Join(' ', cell.Codes.Where(code => code != Dimension.Total).DefaultIfEmpty("everything")));
        return string.Join("; ", named) + (attack.Exposed.Count > Most ? "; …" : "");
    }
}
