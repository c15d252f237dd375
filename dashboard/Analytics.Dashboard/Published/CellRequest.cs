using System.Security.Cryptography;
using System.Text;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Published;

/// <summary>
/// What is asked of the published cells, by a page or over HTTP. Two requests that mean the same are written the same
/// (<see cref="Canonical"/>), and a figure's id follows from that text.
/// </summary>
public sealed record CellRequest
{
    public const string PeriodDimension = "period";

    private const string IdAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int IdLength = 8;

    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Dimensions to cut by, <see cref="PeriodDimension"/> among them.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The grain of periods where the request is cut by period.</summary>
    public PeriodKind PeriodKind { get; init; } = PeriodKind.Year;

    /// <summary>First day; null for the earliest.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null for the latest.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Members to keep, by dimension.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The cells as they were published on the evening of this day; null for today's.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Adds the value per 100,000 population and year.</summary>
    public bool PerPopulation { get; init; }

    public bool ByPeriod => By.Contains(PeriodDimension);

    /// <summary>The request as a query string, its parts in one fixed order.</summary>
    public string Canonical()
    {
        List<string> parts = ["measure=" + string.Join(',', Measures)];
        if (By.Count > 0)
        {
            parts.Add("by=" + string.Join(',', By));
        }

        if (ByPeriod)
        {
            parts.Add("period=" + PeriodKind.Code());
        }

        AddIf(From is not null, $"from={From:yyyy-MM-dd}");
        AddIf(To is not null, $"to={To:yyyy-MM-dd}");
        parts.AddRange(Dimension.All.Where(Filters.ContainsKey).Select(dimension =>
            $"{dimension}={string.Join(',', Filters[dimension].Select(Uri.EscapeDataString))}"));
        AddIf(PerPopulation, "per=population");
        AddIf(KnownOn is not null, $"known_on={KnownOn:yyyy-MM-dd}");
        return string.Join('&', parts);

        void AddIf(bool condition, string part)
        {
            if (condition)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>
    /// The id that leads from a screen, a file or a document back to what was asked of which publication for whom:
    /// the first 40 bits of the SHA-256 of all that, in Crockford's base 32.
    /// </summary>
    /// <param name="prefix">Two capital letters for the place that shows it.</param>
    public string FigureId(string prefix, long publicationId, string profile)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{publicationId}\n{profile}\n{Canonical()}"));
        var bits = hash.Take(5).Aggregate(0UL, (all, next) => (all << 8) | next);
        var characters = Enumerable.Range(0, IdLength).Select(index => IdAlphabet[(int)((bits >> (5 * index)) & 31)]);
        return $"{prefix}-{string.Concat(characters)}";
    }
}
