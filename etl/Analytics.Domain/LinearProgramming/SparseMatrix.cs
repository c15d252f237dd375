namespace Analytics.Domain.LinearProgramming;

/// <summary>A sparse matrix by columns.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Starts">Column j's entries are at <c>Starts[j]</c> up to, not including, <c>Starts[j + 1]</c>.</param>
/// <param name="Index">Row of each entry.</param>
/// <param name="Value">Value of each entry.</param>
public sealed record SparseMatrix(int Rows, int[] Starts, int[] Index, double[] Value)
{
    public int Columns => Starts.Length - 1;

    /// <returns>The matrix with these columns, each a list of (row, value).</returns>
    public static SparseMatrix FromColumns(int rows, IReadOnlyList<IReadOnlyList<(int Row, double Value)>> columns)
    {
        var starts = new int[columns.Count + 1];
        for (var j = 0; j < columns.Count; j++)
        {
            starts[j + 1] = starts[j] + columns[j].Count;
        }

        var index = new int[starts[^1]];
        var value = new double[starts[^1]];
        for (var j = 0; j < columns.Count; j++)
        {
            for (var k = 0; k < columns[j].Count; k++)
            {
                (index[starts[j] + k], value[starts[j] + k]) = columns[j][k];
            }
        }

        return new SparseMatrix(rows, starts, index, value);
    }
}
