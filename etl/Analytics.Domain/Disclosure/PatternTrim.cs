namespace Analytics.Domain.Disclosure;

/// <summary>Shows cells again that turn out not to be needed, the greatest loss first.</summary>
internal sealed class PatternTrim(CellSystem system, APrioriBounds bounds, PatternSearch search)
{
    /// <summary>Linear programmes spent at most; a count, not a time, so that the pattern does not depend on the machine.</summary>
    private const int Budget = 6000;

    private readonly IntervalPropagation propagation = new(system);
    private int spent;

    public void Run(IEnumerable<int> secondary)
    {
        foreach (var cell in secondary)
        {
            if (spent < Budget)
            {
                TryToShow(cell);
            }
        }
    }

    private void TryToShow(int shown)
    {
        var own = search.Proofs.Save(shown);
        bounds.Release(shown);
        search.Proofs.Forget(shown);
        var relying = search.Proofs.Relying(shown, bounds);
        var saved = relying.ConvertAll(cell => (cell, search.Proofs.Save(cell)));
        relying.ForEach(search.Proofs.Forget);
        propagation.Run(bounds);
        if (relying.TrueForAll(MayBeMet) && Reprove(shown, relying))
        {
            return;
        }

        bounds.Withhold(shown);
        search.Proofs.Restore(shown, own);
        saved.ForEach(item => search.Proofs.Restore(item.cell, item.Item2));
    }

    private bool Reprove(int shown, List<int> relying)
    {
        search.ProveTogether(shown, relying.FindAll(bounds.IsOpen));
        return relying.TrueForAll(Reprove);
    }

    private bool MayBeMet(int cell) =>
        !bounds.IsOpen(cell) || search.Needs[cell].IsMet(propagation.Lowest(cell), propagation.Highest(cell));

    private bool Reprove(int cell)
    {
        if (!bounds.IsOpen(cell))
        {
            return true;
        }

        var need = search.Needs[cell];
        Move(cell, need.Lower, search.Proofs.Lowest(cell) > need.Lower);
        Move(cell, need.Upper, search.Proofs.Highest(cell) < need.Upper);
        Move(cell, (long)Math.Ceiling(search.Proofs.Lowest(cell)) + need.Width, search.Proofs.Width(cell) < need.Width);
        Move(cell, Math.Max(0, (long)Math.Floor(search.Proofs.Highest(cell)) - need.Width), search.Proofs.Width(cell) < need.Width);
        return search.Proofs.Meets(cell, need);
    }

    private void Move(int cell, long goal, bool needed)
    {
        if (needed)
        {
            spent++;
            search.TryFree(cell, goal);
        }
    }
}
