namespace Analytics.Domain.Disclosure;

/// <summary>For each cell the most extreme counts proved possible, and the proofs.</summary>
internal sealed class ProofBook
{
    private readonly CellSystem system;
    private readonly double[] lowest;
    private readonly double[] highest;
    private readonly Witness?[] lowWitness;
    private readonly Witness?[] highWitness;

    public ProofBook(CellSystem system)
    {
        this.system = system;
        lowest = [.. system.Count];
        highest = [.. system.Count];
        lowWitness = new Witness?[system.Size];
        highWitness = new Witness?[system.Size];
    }

    /// <summary>The proofs in use.</summary>
    public IEnumerable<Witness> Witnesses => lowWitness.Concat(highWitness).OfType<Witness>().Distinct();

    public double Lowest(int cell) => lowest[cell];

    public double Highest(int cell) => highest[cell];

    public double Width(int cell) => highest[cell] - lowest[cell];

    public bool Meets(int cell, ProtectionLevel need) => need.IsMet(lowest[cell], highest[cell]);

    /// <summary>Keeps a proof for the cells that it brings nearer to what they need.</summary>
    public void Note(Witness witness, ProtectionLevel[] needs, APrioriBounds bounds)
    {
        for (var k = 0; k < witness.Cells.Length; k++)
        {
            var cell = witness.Cells[k];
            if (!bounds.IsOpen(cell) || Meets(cell, needs[cell]))
            {
                continue;
            }

            var value = system.Count[cell] + witness.Moves[k];
            if (value < lowest[cell])
            {
                (lowest[cell], lowWitness[cell]) = (value, witness);
            }
            else if (value > highest[cell])
            {
                (highest[cell], highWitness[cell]) = (value, witness);
            }
        }
    }

    /// <summary>The cells whose proofs no longer fit what is printed once a cell is shown again.</summary>
    public List<int> Relying(int shown, APrioriBounds bounds)
    {
        var (least, most) = bounds.Shown(shown);
        bool Breaks(Witness? witness)
        {
            var at = witness is null ? -1 : Array.BinarySearch(witness.Cells, shown);
            return at >= 0 && (system.Count[shown] + witness!.Moves[at] < least || system.Count[shown] + witness.Moves[at] > most);
        }

        return [.. Enumerable.Range(0, system.Size).Where(cell => Breaks(lowWitness[cell]) || Breaks(highWitness[cell]))];
    }

    /// <summary>A cell's proofs, to put back later.</summary>
    public (double Lowest, double Highest, Witness? Low, Witness? High) Save(int cell) =>
        (lowest[cell], highest[cell], lowWitness[cell], highWitness[cell]);

    public void Restore(int cell, (double Lowest, double Highest, Witness? Low, Witness? High) saved) =>
        (lowest[cell], highest[cell], lowWitness[cell], highWitness[cell]) = saved;

    public void Forget(int cell) => Restore(cell, (system.Count[cell], system.Count[cell], null, null));
}
