using Analytics.Domain.LinearProgramming;

namespace Analytics.Domain.Disclosure;

/// <summary>Writes the relations of some variables as a matrix. Kept between problems for its memory; not for two threads at once.</summary>
internal sealed class RelationMatrix(CellSystem system)
{
    private readonly int[] row = new int[system.Relations.Count];
    private readonly int[] rowStamp = new int[system.Relations.Count];
    private readonly int[] first = new int[system.Size];
    private readonly int[] firstStamp = new int[system.Size];
    private int stamp;

    /// <param name="cellOf">The variable of each column; a variable may have several columns.</param>
    /// <returns>One row for each relation of any of the variables, and for each row the column of the whole it defines, or −1.</returns>
    public (SparseMatrix Matrix, int[] Start) Of(IReadOnlyList<int> cellOf)
    {
        stamp++;
        var starts = new int[cellOf.Count + 1];
        for (var j = 0; j < cellOf.Count; j++)
        {
            starts[j + 1] = starts[j] + system.RelationsOf(cellOf[j]).Length;
            if (firstStamp[cellOf[j]] != stamp)
            {
                (firstStamp[cellOf[j]], first[cellOf[j]]) = (stamp, j);
            }
        }

        var index = new int[starts[^1]];
        var value = new double[starts[^1]];
        var rows = new List<int>();
        for (var j = 0; j < cellOf.Count; j++)
        {
            var relations = system.RelationsOf(cellOf[j]);
            var weights = system.WeightsOf(cellOf[j]);
            for (var k = 0; k < relations.Length; k++)
            {
                var r = relations[k];
                if (rowStamp[r] != stamp)
                {
                    (rowStamp[r], row[r]) = (stamp, rows.Count);
                    rows.Add(r);
                }

                (index[starts[j] + k], value[starts[j] + k]) = (row[r], weights[k]);
            }
        }

        var start = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var whole = system.Relations[rows[i]].Whole;
            start[i] = whole >= 0 && firstStamp[whole] == stamp ? first[whole] : -1;
        }

        return (new SparseMatrix(rows.Count, starts, index, value), start);
    }
}
