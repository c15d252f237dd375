using System.Runtime.InteropServices;

namespace Analytics.Domain.LinearProgramming;

/// <summary>
/// A factorised simplex basis: sparse LU with singleton columns and rows peeled off first (bases of tables are nearly
/// triangular), left-looking elimination with threshold pivoting on what is left, and product-form updates in between.
/// </summary>
/// <remarks>Suhl and Suhl (1990), Computing sparse LU factorizations for large-scale linear programming bases.</remarks>
internal sealed class BasisFactor(SparseMatrix matrix)
{
    private const double Negligible = 1e-12;
    private const double PivotShare = 0.1;

    private readonly int m = matrix.Rows;
    private readonly int[] pivotRow = new int[matrix.Rows];
    private readonly int[] pivotSlot = new int[matrix.Rows];
    private readonly double[] pivot = new double[matrix.Rows];
    private readonly int[] rowStep = new int[matrix.Rows];
    private readonly int[] rowCount = new int[matrix.Rows];
    private readonly int[] slotCount = new int[matrix.Rows];
    private readonly bool[] slotDone = new bool[matrix.Rows];
    private readonly double[] work = new double[matrix.Rows];
    private readonly int[] entryStart = new int[matrix.Rows + 1];
    private readonly int[] rowStart = new int[matrix.Rows + 1];
    private readonly int[] rowNext = new int[matrix.Rows];
    private readonly List<(int Row, double Value)> entries = [];
    private readonly Stack<(int Slot, int Row)> ready = new();
    private readonly EtaFile lower = new();
    private readonly EtaFile upper = new();
    private readonly EtaFile updates = new();
    private readonly List<(int Slot, double Pivot)> updated = [];
    private int[] rowSlots = [];
    private int step;

    /// <summary>Basis changes since the last factorisation.</summary>
    public int Updates => updated.Count;

    /// <summary>Factorises the basis: a column's number, or the number of columns plus r for the logical of row r.</summary>
    /// <exception cref="InvalidOperationException">The basis is singular, which pivoting with a tolerance rules out.</exception>
    public void Factorise(int[] basis)
    {
        lower.Clear();
        upper.Clear();
        updates.Clear();
        updated.Clear();
        step = 0;
        Load(basis);
        Peel();
        if (step < m)
        {
            Bump();
        }
    }

    /// <summary>Solves B w = a in place. In: by row. Out: by basis slot.</summary>
    public void Ftran(double[] x)
    {
        for (var k = 0; k < m; k++)
        {
            var v = x[pivotRow[k]];
            if (v != 0)
            {
                lower.Subtract(k, v, x);
            }
        }

        for (var k = m - 1; k >= 0; k--)
        {
            var v = x[pivotRow[k]];
            if (v != 0)
            {
                v /= pivot[k];
                upper.Subtract(k, v, x);
            }

            work[pivotSlot[k]] = v;
        }

        Array.Copy(work, x, m);
        for (var u = 0; u < updated.Count; u++)
        {
            var (slot, by) = updated[u];
            if (x[slot] != 0)
            {
                x[slot] /= by;
                updates.Subtract(u, x[slot], x);
            }
        }
    }

    /// <summary>Solves y B = c in place. In: by basis slot. Out: by row.</summary>
    public void Btran(double[] c)
    {
        for (var u = updated.Count - 1; u >= 0; u--)
        {
            var (slot, by) = updated[u];
            c[slot] = (c[slot] - updates.Dot(u, c)) / by;
        }

        for (var k = 0; k < m; k++)
        {
            work[pivotRow[k]] = (c[pivotSlot[k]] - upper.Dot(k, work)) / pivot[k];
        }

        for (var k = m - 1; k >= 0; k--)
        {
            work[pivotRow[k]] -= lower.Dot(k, work);
        }

        Array.Copy(work, c, m);
    }

    /// <summary>Replaces the variable at a slot; <paramref name="column"/> is the entering column after <see cref="Ftran"/>.</summary>
    public void Replace(int slot, double[] column)
    {
        updates.Open();
        for (var i = 0; i < m; i++)
        {
            if (i != slot && Math.Abs(column[i]) > Negligible)
            {
                updates.Add(i, column[i]);
            }
        }

        updates.Close();
        updated.Add((slot, column[slot]));
    }

    /// <summary>Copies the basis by columns, and where each row's entries are.</summary>
    private void Load(int[] basis)
    {
        Array.Clear(rowCount);
        entries.Clear();
        for (var s = 0; s < m; s++)
        {
            entryStart[s] = entries.Count;
            if (basis[s] >= matrix.Columns)
            {
                entries.Add((basis[s] - matrix.Columns, 1));
            }
            else
            {
                for (var k = matrix.Starts[basis[s]]; k < matrix.Starts[basis[s] + 1]; k++)
                {
                    entries.Add((matrix.Index[k], matrix.Value[k]));
                }
            }

            slotCount[s] = entries.Count - entryStart[s];
        }

        entryStart[m] = entries.Count;
        foreach (var (row, _) in Column(0, m))
        {
            rowCount[row]++;
        }

        for (var r = 0; r < m; r++)
        {
            rowStart[r + 1] = rowStart[r] + rowCount[r];
        }

        if (rowSlots.Length < entries.Count)
        {
            rowSlots = new int[2 * entries.Count];
        }

        rowStart.AsSpan(0, m).CopyTo(rowNext);
        for (var s = 0; s < m; s++)
        {
            foreach (var (row, _) in Column(s, s + 1))
            {
                rowSlots[rowNext[row]++] = s;
            }
        }
    }

    private ReadOnlySpan<(int Row, double Value)> Column(int from, int to) =>
        CollectionsMarshal.AsSpan(entries)[entryStart[from]..entryStart[to]];

    private void Peel()
    {
        Array.Fill(rowStep, -1);
        Array.Clear(slotDone);
        Array.Clear(work);
        ready.Clear();
        for (var k = m - 1; k >= 0; k--)
        {
            if (rowCount[k] == 1)
            {
                ready.Push((-1, k));
            }

            if (slotCount[k] == 1)
            {
                ready.Push((k, -1));
            }
        }

        while (ready.TryPop(out var item))
        {
            if (Single(item.Slot, item.Row) is var (slot, row) && slot >= 0)
            {
                Take(slot, row);
            }
        }
    }

    /// <returns>The pivot of a column or row with one entry left, or −1 where that has changed since.</returns>
    private (int Slot, int Row) Single(int slot, int row)
    {
        if (slot >= 0)
        {
            if (slotDone[slot] || slotCount[slot] != 1)
            {
                return (-1, -1);
            }

            foreach (var (r, _) in Column(slot, slot + 1))
            {
                row = rowStep[r] < 0 ? r : row;
            }

            return (slot, row);
        }

        if (rowStep[row] >= 0 || rowCount[row] != 1)
        {
            return (-1, -1);
        }

        for (var k = rowStart[row]; k < rowStart[row + 1]; k++)
        {
            slot = slotDone[rowSlots[k]] ? slot : rowSlots[k];
        }

        return (slot, row);
    }

    private void Take(int slot, int row)
    {
        var column = Column(slot, slot + 1);
        foreach (var (r, v) in column)
        {
            work[r] = v;
        }

        var by = work[row];
        lower.Open();
        upper.Open();
        foreach (var (r, _) in column)
        {
            Record(r, row, by);
        }

        lower.Close();
        upper.Close();
        Done(slot, row, by);
        foreach (var (r, _) in column)
        {
            work[r] = 0;
            if (rowStep[r] < 0 && --rowCount[r] == 1)
            {
                ready.Push((-1, r));
            }
        }

        for (var k = rowStart[row]; k < rowStart[row + 1]; k++)
        {
            if (!slotDone[rowSlots[k]] && --slotCount[rowSlots[k]] == 1)
            {
                ready.Push((rowSlots[k], -1));
            }
        }
    }

    private void Record(int r, int row, double by)
    {
        if (r == row || Math.Abs(work[r]) <= Negligible)
        {
            return;
        }

        if (rowStep[r] >= 0)
        {
            upper.Add(r, work[r]);
        }
        else
        {
            lower.Add(r, work[r] / by);
        }
    }

    private void Done(int slot, int row, double by)
    {
        (pivotRow[step], pivotSlot[step], pivot[step]) = (row, slot, by);
        slotDone[slot] = true;
        rowStep[row] = step++;
    }

    /// <summary>Eliminates the columns that are left, fewest entries first.</summary>
    private void Bump()
    {
        var first = step;
        foreach (var slot in Enumerable.Range(0, m).Where(s => !slotDone[s]).OrderBy(s => slotCount[s]).ToArray())
        {
            foreach (var (r, v) in Column(slot, slot + 1))
            {
                work[r] = v;
            }

            for (var k = first; k < step; k++)
            {
                if (work[pivotRow[k]] != 0)
                {
                    lower.Subtract(k, work[pivotRow[k]], work);
                }
            }

            var row = Largest();
            var by = work[row];
            lower.Open();
            upper.Open();
            for (var r = 0; r < m; r++)
            {
                Record(r, row, by);
            }

            lower.Close();
            upper.Close();
            Done(slot, row, by);
            Array.Clear(work);
        }
    }

    /// <returns>The row with fewest entries among those large enough to divide by safely.</returns>
    private int Largest()
    {
        var largest = 0.0;
        for (var r = 0; r < m; r++)
        {
            largest = rowStep[r] < 0 ? Math.Max(largest, Math.Abs(work[r])) : largest;
        }

        if (largest < 1e-9)
        {
            throw new InvalidOperationException("The simplex basis became singular.");
        }

        var row = -1;
        for (var r = 0; r < m; r++)
        {
            if (rowStep[r] < 0 && Math.Abs(work[r]) >= PivotShare * largest && (row < 0 || rowCount[r] < rowCount[row]))
            {
                row = r;
            }
        }

        return row;
    }
}
