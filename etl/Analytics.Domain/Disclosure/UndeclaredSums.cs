namespace Analytics.Domain.Disclosure;

/// <summary>A code whose counts are the sum of others although nothing declares it their margin.</summary>
/// <param name="Dimension">Index of the dimension.</param>
/// <param name="Code">The code that looks like a margin or a subtotal.</param>
/// <param name="Parts">The codes that add up to it.</param>
/// <param name="Cells">Index of a cell where they do, then those of its parts.</param>
/// <param name="Certain">Whether chance is out of the question or all others add up to it; otherwise it matters where a count is withheld.</param>
public sealed record UndeclaredSum(int Dimension, string Code, IReadOnlyList<string> Parts, IReadOnlyList<int> Cells, bool Certain)
{
    /// <summary>Row by row, the cells of the code and of its parts that are not zero.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Rows { get; init; } = [];

    /// <summary>Whether what is shown may give a withheld count away: a part is withheld and it is not all that there is.</summary>
    public bool MayTell(Func<int, bool> isWithheld) =>
        Rows.Any(row => row.Any(isWithheld) && (row.Count > 2 || !row.All(isWithheld)));
}

/// <summary>
/// Finds margins and subtotals that a table does not declare: published beside their parts they give a withheld part away by
/// subtraction. A margin that is listed and that the codes make up exactly proves that none of them is a sum of others.
/// </summary>
public static class UndeclaredSums
{
    /// <summary>Bits by which an agreement must exceed those of the sums tried: chance then makes fewer than one in a hundred.</summary>
    private const double Surprise = 7;

    /// <summary>Sums tried in the search for parts that are not beside each other.</summary>
    private const int MostTries = 300_000;

    /// <param name="table">Well formed, of which every margin that is declared adds up.</param>
    /// <param name="dimensions">Those whose levels were not declared.</param>
    public static IReadOnlyList<UndeclaredSum> Of(CountTable table, IReadOnlyCollection<int> dimensions)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(dimensions);
        var tries = MostTries;
        return [.. dimensions.Where(d => table.Dimensions[d].Additive).SelectMany(d => Slices.Of(table, d)).SelectMany(slices => slices.Sums(() => tries-- > 0))];
    }

    /// <summary>The codes below one parent along a dimension, row by row of the other dimensions.</summary>
    private sealed class Slices(CountTable table, int dimension, string[] codes, List<(int? Parent, int?[] Cells)> rows)
    {
        public static IEnumerable<Slices> Of(CountTable table, int d)
        {
            var at = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
            var order = new List<string>();
            for (var i = 0; i < table.Cells.Count; i++)
            {
                var cell = table.Cells[i].Codes;
                var key = string.Join('\u001f', cell.Where((_, k) => k != d));
                if (!at.TryGetValue(key, out var row))
                {
                    at.Add(key, row = new(StringComparer.Ordinal));
                }

                row[cell[d]] = i;
                order.Add(cell[d]);
            }

            var parents = table.Dimensions[d].Parents;
            return order.Distinct(StringComparer.Ordinal).Where(parents.ContainsKey).GroupBy(code => parents[code], StringComparer.Ordinal)
                .Where(below => below.Count() > 2)
                .Select(below => (Parent: below.Key, Codes: below.ToArray()))
                .Select(below => new Slices(table, d, below.Codes,
                [
                    .. from row in at.Values
                       let cells = Array.ConvertAll(below.Codes, code => row.TryGetValue(code, out var i) ? i : (int?)null)
                       where Array.Exists(cells, cell => cell is not null)
                       select (row.TryGetValue(below.Parent, out var parent) ? parent : (int?)null, cells),
                ]));
        }

        public IEnumerable<UndeclaredSum> Sums(Func<bool> mayTry)
        {
            var totals = rows.ConvertAll(row => row.Cells.Sum(Count));
            for (var c = 0; c < codes.Length; c++)
            {
                var own = Enumerable.Range(0, rows.Count).Where(r => rows[r].Cells[c] is not null).ToArray();
                if (Array.Exists(own, r => Count(rows[r].Cells[c]) > 0 && rows[r].Parent is { } parent && table.Cells[parent].Count == totals[r]))
                {
                    continue;
                }

                if (All(c, own, totals) is { } all)
                {
                    yield return all;
                }
                else if (Beside(c, own) is { } beside)
                {
                    yield return beside;
                }
                else if (Any(c, own, mayTry) is { } any)
                {
                    yield return any;
                }
            }
        }

        /// <summary>All other codes: never more than this one, and exactly as much in a row where two of them count somebody.</summary>
        private UndeclaredSum? All(int c, int[] own, List<long> totals)
        {
            if (!Array.TrueForAll(own, r => 2 * Count(rows[r].Cells[c]) >= totals[r]))
            {
                return null;
            }

            var exact = Array.FindAll(own, r => Count(rows[r].Cells[c]) > 0 && 2 * Count(rows[r].Cells[c]) == totals[r]);
            int[] others = [.. Enumerable.Range(0, codes.Length).Where(k => k != c)];
            return exact.Length == 0 ? null : Found(c, others, exact, TwoCount(c, others, exact));
        }

        /// <summary>The codes that follow or precede this one without a gap, as subtotals are laid out.</summary>
        private UndeclaredSum? Beside(int c, int[] own)
        {
            foreach (var step in (int[])[1, -1])
            {
                var sums = new long[own.Length];
                for (var k = c + step; k >= 0 && k < codes.Length; k += step)
                {
                    for (var r = 0; r < own.Length; r++)
                    {
                        sums[r] += Count(rows[own[r]].Cells[k]);
                    }

                    if (Enumerable.Range(0, own.Length).Any(r => sums[r] > Count(rows[own[r]].Cells[c])))
                    {
                        break;
                    }

                    if (Math.Abs(k - c) > 1 && Agrees(c, own, sums))
                    {
                        int[] parts = [.. Enumerable.Range(Math.Min(c + step, k), Math.Abs(k - c))];
                        return Found(c, parts, own, TwoCount(c, parts, own) && Bits(c, own) > Math.Log2(2.0 * codes.Length * codes.Length) + Surprise);
                    }
                }
            }

            return null;
        }

        /// <summary>Any set of codes, where so many rows agree that chance is out of the question.</summary>
        private UndeclaredSum? Any(int c, int[] own, Func<bool> mayTry)
        {
            if (Bits(c, own) < codes.Length - 1 + Math.Log2(codes.Length) + Surprise)
            {
                return null;
            }

            var left = own.Select(r => Count(rows[r].Cells[c])).ToArray();
            int[] others = [.. Enumerable.Range(0, codes.Length).Where(k => k != c).OrderByDescending(k => own.Sum(r => Count(rows[r].Cells[k])))];
            var chosen = new Stack<int>();
            return Search(0) && chosen.Count > 0 ? Found(c, [.. chosen.Order()], own, certain: true) : null;

            bool Search(int from)
            {
                if (Array.TrueForAll(left, count => count == 0))
                {
                    return true;
                }

                for (var i = from; i < others.Length && mayTry(); i++)
                {
                    if (Enumerable.Range(0, own.Length).Any(r => Of(i, r) > left[r]) || Enumerable.Range(0, own.Length).All(r => Of(i, r) == 0))
                    {
                        continue;
                    }

                    Take(i, -1);
                    chosen.Push(others[i]);
                    if (Search(i + 1))
                    {
                        return true;
                    }

                    chosen.Pop();
                    Take(i, 1);
                }

                return false;
            }

            long Of(int i, int r) => Count(rows[own[r]].Cells[others[i]]);

            void Take(int i, int sign)
            {
                for (var r = 0; r < own.Length; r++)
                {
                    left[r] += sign * Of(i, r);
                }
            }
        }

        private bool Agrees(int c, int[] own, long[] sums) =>
            Enumerable.Range(0, own.Length).All(r => sums[r] == Count(rows[own[r]].Cells[c])) && Array.Exists(sums, sum => sum > 0);

        private bool TwoCount(int c, int[] parts, int[] own) =>
            Array.Exists(own, r => Count(rows[r].Cells[c]) > 0 && parts.Count(k => Count(rows[r].Cells[k]) > 0) > 1);

        /// <summary>How surprising the agreement is, in bits: a count of n agrees by chance about once in n + 1.</summary>
        private double Bits(int c, int[] own) => own.Sum(r => Math.Log2(1 + Count(rows[r].Cells[c])));

        private UndeclaredSum Found(int c, int[] parts, int[] where, bool certain)
        {
            int[] Cells(int r) => [rows[r].Cells[c]!.Value, .. parts.Select(k => rows[r].Cells[k]).OfType<int>()];
            var shown = where.MaxBy(r => Count(rows[r].Cells[c]));
            return new(dimension, codes[c], [.. parts.Select(k => codes[k])], Cells(shown), certain) 
            {
                Rows = [.. where.Select(r => (IReadOnlyList<int>)[.. Cells(r).Where(cell => Count(cell) > 0)]).Where(row => row.Count > 0)],
            };
        }

        private long Count(int? cell) => cell is { } i ? table.Cells[i].Count : 0;
    }
}
