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
    private readonly EtaFile lower = new();
    private readonly EtaFile upper = new();
    private readonly EtaFile updates = new();
    private readonly List<(int Slot, double Pivot)> updated = [];
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
        Peel(basis);
        if (step < m)
        {
            Bump(basis);
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

    private void Peel(int[] basis)
    {
        Array.Fill(rowStep, -1);
        Array.Clear(rowCount);
        Array.Clear(slotDone);
        for (var s = 0; s < m; s++)
        {
            slotCount[s] = 0;
            Visit(basis[s], (row, _) =>
            {
                rowCount[row]++;
                slotCount[s]++;
            });
        }

        var starts = new int[m + 1];
        for (var r = 0; r < m; r++)
        {
            starts[r + 1] = starts[r] + rowCount[r];
        }

        var slots = new int[starts[m]];
        var next = starts.AsSpan(0, m).ToArray();
        for (var s = 0; s < m; s++)
        {
            Visit(basis[s], (row, _) => slots[next[row]++] = s);
        }

        var ready = new Stack<(int Slot, int Row)>();
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
            var (slot, row) = item;
            if (slot >= 0)
            {
                if (slotDone[slot] || slotCount[slot] != 1)
                {
                    continue;
                }

                Visit(basis[slot], (r, _) => row = rowStep[r] < 0 ? r : row);
            }
            else
            {
                if (rowStep[row] >= 0 || rowCount[row] != 1)
                {
                    continue;
                }

                for (var k = starts[row]; k < starts[row + 1]; k++)
                {
                    slot = slotDone[slots[k]] ? slot : slots[k];
                }
            }

            Visit(basis[slot], (r, v) => work[r] = v);
            Pivot(slot, row, basis[slot]);
            Visit(basis[slot], (r, _) =>
            {
                work[r] = 0;
                if (rowStep[r] < 0 && --rowCount[r] == 1)
                {
                    ready.Push((-1, r));
                }
            });
            for (var k = starts[row]; k < starts[row + 1]; k++)
            {
                if (!slotDone[slots[k]] && --slotCount[slots[k]] == 1)
                {
                    ready.Push((slots[k], -1));
                }
            }
        }
    }

    /// <summary>Records the pivot; <see cref="work"/> holds the column after the steps so far, on the rows that matter.</summary>
    private void Pivot(int slot, int row, int variable)
    {
        var by = work[row];
        lower.Open();
        upper.Open();
        Visit(variable, (r, v) => Record(r, row, by));
        lower.Close();
        upper.Close();
        Done(slot, row, by);
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

    private void Bump(int[] basis)
    {
        Array.Clear(work);
        var first = step;
        foreach (var slot in Enumerable.Range(0, m).Where(s => !slotDone[s]).OrderBy(s => slotCount[s]).ToArray())
        {
            Visit(basis[slot], (r, v) => work[r] = v);
            for (var k = first; k < step; k++)
            {
                if (work[pivotRow[k]] != 0)
                {
                    lower.Subtract(k, work[pivotRow[k]], work);
                }
            }

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

    private void Visit(int variable, Action<int, double> entry)
    {
        if (variable >= matrix.Columns)
        {
            entry(variable - matrix.Columns, 1);
            return;
        }

        for (var k = matrix.Starts[variable]; k < matrix.Starts[variable + 1]; k++)
        {
            entry(matrix.Index[k], matrix.Value[k]);
        }
    }
}
