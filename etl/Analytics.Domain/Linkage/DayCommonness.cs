namespace Analytics.Domain.Linkage;

/// <summary>
/// What agreement in day and month of birth is worth where registers write 1 January for a day nobody knows: the model has the average
/// over all days; this is the ratio to it for a day that the lists over-use and for one that they do not (value-specific weights:
/// Winkler 1989, by the two kinds of day that a token tells apart).
/// </summary>
internal sealed class DayCommonness
{
    /// <summary>Lists in which fewer records have such a day are judged by the average alone.</summary>
    private const double LeastShare = 0.03;

    /// <summary>Days that a filter tells apart, where 3 July and 7 March are one: 366 less the pairs that fall together.</summary>
    private const double Days = 300;

    private readonly TokenTable _a;
    private readonly TokenTable _b;
    private readonly double _common;
    private readonly double _other;

    /// <param name="model">Has the average over all days.</param>
    public DayCommonness(TokenTable a, TokenTable b, FellegiSunter model)
    {
        (_a, _b) = (a, b);
        var share = Math.Sqrt(a.ShareOfCommonDays * b.ShareOfCommonDays);
        var average = model.U(LinkageField.DateOfBirth) is [_, _, var day, var whole] ? day + whole : 1;
        if (share >= LeastShare)
        {
            _common = Math.Log(share / average);
            _other = Math.Log((1 - share) / Days / average);
        }
    }

    /// <summary>Natural logarithm of how many times commoner than average the day is that two records share; 0 where they show none in common.</summary>
    public double LogOf(int a, int b, AgreementPattern pattern) =>
        !pattern.ShowsDayOfBirth ? 0 : IsCommon(a, b) ? _common : _other;

    /// <summary>Whether the day of either record is one that lists write where they know none.</summary>
    public bool IsCommon(int a, int b) => _a.HasCommonDay(a) || _b.HasCommonDay(b);
}
