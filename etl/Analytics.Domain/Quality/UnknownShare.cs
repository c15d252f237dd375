namespace Analytics.Domain.Quality;

/// <summary>Whether a column is empty more often than its source used to leave it.</summary>
public static class UnknownShare
{
    private const double LeastRise = 0.15;
    private const double LeastScore = 3;
    private const long FewestNow = 30;
    private const long FewestBefore = 100;

    /// <summary>
    /// The share rose by 15 points or more, and by three standard errors of a difference of two proportions (pooled). With fewer than
    /// 30 rows now or 100 before, nothing is said.
    /// </summary>
    public static bool HasRisen(long emptyNow, long rowsNow, long emptyBefore, long rowsBefore)
    {
        if (rowsNow < FewestNow || rowsBefore < FewestBefore)
        {
            return false;
        }

        var rise = ((double)emptyNow / rowsNow) - ((double)emptyBefore / rowsBefore);
        var pooled = (double)(emptyNow + emptyBefore) / (rowsNow + rowsBefore);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / rowsNow) + (1.0 / rowsBefore)));
        return rise >= LeastRise && rise >= LeastScore * error;
    }
}
