namespace Analytics.Domain.Disclosure;

/// <summary>
/// Complementary suppression: withholds further cells, at least information loss, until every withheld cell can take all the counts
/// it must. Works cell by cell with <see cref="MoveProblem"/>; every step leaves a <see cref="Witness"/> as proof.
/// </summary>
internal sealed class PatternSearch
{
    /// <summary>What the dearest cell costs in a linear programme, beside <see cref="MoveProblem.Reward"/>: a chain of thousands is still worth a move.</summary>
    private const double Dearest = 40;

    /// <summary>Fewer cells than these are as soon asked for one by one.</summary>
    private const int FewestTogether = 6;

    /// <summary>By how much the cells withheld must have grown for those that could not be proved to be asked for together again.</summary>
    private const double MuchMore = 1.3;

    private readonly CellSystem system;
    private readonly APrioriBounds bounds;
    private readonly ProtectionLevel[] needs;
    private readonly double[] weights;
    private readonly Neighbourhood neighbourhood;
    private readonly RelationMatrix relations;
    private readonly Floors floors;
    private readonly CancellationToken token;
    /// <summary>How many cells were withheld by this search when each was last asked for with others; −1 before.</summary>
    private readonly int[] provedAt;
    private int added;

    public PatternSearch(CellSystem system, APrioriBounds bounds, ProtectionLevel[] needs, double[] weights, Floors floors, CancellationToken token)
    {
        (this.system, this.bounds, this.needs, this.floors, this.token) = (system, bounds, needs, floors, token);
        var most = weights.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        this.weights = [.. weights.Select(weight => weight * Math.Min(1, Dearest / most))];
        neighbourhood = new Neighbourhood(system, bounds);
        relations = new RelationMatrix(system);
        Proofs = new ProofBook(system);
        provedAt = new int[system.Size];
        Array.Fill(provedAt, -1);
    }

    public ProofBook Proofs { get; }

    /// <summary>What each variable needs, raised where printed zeros put a floor under it.</summary>
    public ProtectionLevel[] Needs => needs;

    /// <summary>Protects the given cells and every cell withheld on the way.</summary>
    public void Run(IEnumerable<int> targets)
    {
        var queue = new Queue<int>(targets);
        while (queue.TryDequeue(out var cell))
        {
            ProveAround(cell);
            foreach (var withheld in Protect(cell))
            {
                queue.Enqueue(withheld);
            }
        }
    }

    /// <summary>Proves together what can be proved of cells by what is withheld already.</summary>
    /// <param name="cell">Where to look.</param>
    /// <param name="unproved">The cells.</param>
    public void ProveTogether(int cell, IReadOnlyCollection<int> unproved)
    {
        if (unproved.Count >= FewestTogether)
        {
            ProveTogether(neighbourhood.Around(cell, neighbourhood.Sizes[0]), unproved);
        }
    }

    /// <summary>The same for all that is near a cell, once for each cell and again when much more is withheld.</summary>
    private void ProveAround(int cell)
    {
        if (!bounds.IsOpen(cell) || Proofs.Meets(cell, needs[cell]) || !IsDue(cell))
        {
            return;
        }

        var near = neighbourhood.Around(cell, neighbourhood.Sizes[0]);
        int[] unproved = [.. near.Where(other => bounds.IsOpen(other) && needs[other] != ProtectionLevel.None && !Proofs.Meets(other, needs[other]) && IsDue(other))];
        foreach (var other in unproved)
        {
            provedAt[other] = added;
        }

        if (unproved.Length >= FewestTogether)
        {
            ProveTogether(near, unproved);
        }
    }

    private bool IsDue(int cell) => provedAt[cell] < 0 || added > (MuchMore * provedAt[cell]) + FewestTogether;

    private void ProveTogether(int[] near, IEnumerable<int> unproved) =>
        new JointMoveProblem(system, relations, bounds, near, unproved.ToHashSet(), needs).Solve(Proofs, bounds, token);

    /// <returns>Cells that had to be withheld.</returns>
    private List<int> Protect(int cell)
    {
        var withheld = new List<int>();
        Open(cell, needs[cell], withheld);
        if (!Proofs.Meets(cell, needs[cell]) && floors.Raise(cell, needs[cell], token) is var raised && raised != needs[cell])
        {
            needs[cell] = raised;
            Open(cell, raised, withheld);
        }

        return withheld;
    }

    private void Open(int cell, ProtectionLevel need, List<int> withheld)
    {
        if (Proofs.Lowest(cell) > need.Lower)
        {
            Reach(cell, need.Lower, withheld);
        }

        if (Proofs.Highest(cell) < need.Upper)
        {
            Reach(cell, need.Upper, withheld);
        }

        if (Proofs.Width(cell) < need.Width)
        {
            // Any interval wide enough will do: first see what is free, then pay for the rest.
            Try(cell, (long)Math.Ceiling(Proofs.Lowest(cell)) + need.Width, neighbourhood.Sizes[0], paying: false);
        }

        if (Proofs.Width(cell) < need.Width)
        {
            Try(cell, Math.Max(0, (long)Math.Floor(Proofs.Highest(cell)) - need.Width), neighbourhood.Sizes[0], paying: false);
        }

        if (Proofs.Width(cell) < need.Width)
        {
            Reach(cell, (long)Math.Ceiling(Proofs.Lowest(cell)) + need.Width, withheld);
        }

        // What an earlier publication printed may bar the way up.
        if (Proofs.Width(cell) < need.Width)
        {
            Reach(cell, Math.Max(0, (long)Math.Floor(Proofs.Highest(cell)) - need.Width), withheld);
        }
    }

    /// <summary>Withholds what must be for the cell to reach a count. Where nothing lets it go so far, the attack will say so.</summary>
    private void Reach(int cell, long goal, List<int> withheld)
    {
        // Most cells can be moved by what is withheld already, and without the printed cells the programme is a fraction of the size.
        Try(cell, goal, neighbourhood.Sizes[0], paying: false);
        if (goal > system.Count[cell] ? Proofs.Highest(cell) >= goal : Proofs.Lowest(cell) <= goal)
        {
            return;
        }

        foreach (var size in neighbourhood.Sizes)
        {
            withheld.AddRange(Try(cell, goal, size, paying: true));
            if (goal > system.Count[cell] ? Proofs.Highest(cell) >= goal : Proofs.Lowest(cell) <= goal)
            {
                return;
            }

            if (system.Size <= size)
            {
                return;
            }
        }
    }

    /// <summary>Moves a cell towards a goal as far as what is withheld already lets it.</summary>
    public void TryFree(int cell, long goal) => Try(cell, goal, neighbourhood.Sizes[0], paying: false);

    /// <summary>Moves a cell towards a goal and notes the proof.</summary>
    /// <returns>Cells withheld for it.</returns>
    private IReadOnlyList<int> Try(int cell, long goal, int size, bool paying)
    {
        token.ThrowIfCancellationRequested();
        var problem = new MoveProblem(system, relations, bounds, paying ? weights : null, neighbourhood.Around(cell, size), cell, goal);
        var (witness, broken) = problem.Solve(token);
        foreach (var other in broken)
        {
            bounds.Withhold(other);
            added++;
        }

        Proofs.Note(witness, needs, bounds);
        return broken;
    }
}
