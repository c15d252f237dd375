using Analytics.Domain.Measures;

namespace Analytics.Testing;

/// <summary>A published cell as any reader of a profile sees it.</summary>
/// <param name="Codes">Members of the dimensions that it is cut by.</param>
/// <param name="Status">ok, zero, withheld or not_reported.</param>
public sealed record SeenCell(
    string Measure, string PeriodKind, string Period, DateOnly Start, DateOnly End, IReadOnlyDictionary<string, string> Codes, decimal? Value, string Status)
{
    /// <summary>Publications that a reader kept are told apart by this.</summary>
    public long Publication { get; init; }
}

/// <summary>
/// Somebody who has everything a profile was ever shown and a linear-programme solver that is not ours: knows the rules, how years are
/// made of quarters and wholes of parts, and looks how tightly a withheld count can be bounded.
/// </summary>
public sealed partial class OutsideAttack
{
    private const double Unbounded = 1e9;

    // Counts that add up over time and place; the others count a person once in each cell.
    private static readonly string[] s_adding = ["intakes", "persons_reported", "services_delivered", "contacts", "contacts_suspected", "contacts_referred", "victims_registered"];
    private static readonly string[] s_persons = ["persons_assisted", "reasons_not_applied"];

    // Linked persons stand in one year and region each, but some in none that is shown; a step is part of the one before.
    private static readonly string[] s_linked =
    [
        "known_persons", "known_registered", "persons_first_assisted", "assisted_applied", "assisted_registered", "assisted_investigated", "assisted_in_court", "assisted_convicted",
    ];

    private static readonly (string Part, string Whole)[] s_within =
    [
        // A person has at least one intake.
        ("persons_assisted", "intakes"),
        ("known_registered", "known_persons"), ("persons_first_assisted", "known_persons"), ("assisted_registered", "known_registered"),
        ("assisted_applied", "persons_first_assisted"), ("assisted_registered", "assisted_applied"), ("assisted_investigated", "assisted_registered"),
        ("assisted_in_court", "assisted_investigated"), ("assisted_convicted", "assisted_in_court"),
    ];
    private static readonly Dictionary<string, string> s_childKind = new(StringComparer.Ordinal) { ["all"] = "year", ["span"] = "year", ["year"] = "quarter", ["quarter"] = "month" };

    // By organisation and source nothing of persons is published, and credit and articles are no sums of what is attacked here.
    private static readonly string[] s_dimensions =
        [.. Dimension.All.Except([Dimension.Organisation, Dimension.Source, Dimension.ArticleGroup, Dimension.Donor], StringComparer.Ordinal)];

    // One person may have several of these.
    private static readonly string[] s_multiValued = ["form", "reason"];

    private readonly List<SeenCell> _cells;
    private readonly List<SeenCell> _unreported;
    private readonly List<(IReadOnlyList<(int Name, int Factor)> Terms, char Sense)> _weighted = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<(int Whole, int[] Parts, char Sense)> _relations = [];

    /// <param name="threshold">Counts from 1 to this are withheld.</param>
    /// <param name="roundedTo">Shown counts are rounded to the nearest multiple of this.</param>
    /// <param name="unchanged">The earlier publication in which a cell had the same count; null where it had not.</param>
    public OutsideAttack(IEnumerable<SeenCell> cells, int threshold, int roundedTo, Func<SeenCell, long?>? unchanged = null)
    {
        Threshold = threshold;
        var seen = cells.ToList();
        _unreported = [.. seen.Where(cell => cell.Status == "not_reported")];
        _cells = [.. seen.Where(cell => cell.Status != "not_reported" && (s_adding.Contains(cell.Measure) || s_persons.Contains(cell.Measure) || s_linked.Contains(cell.Measure)))];
        for (var i = 0; i < _cells.Count; i++)
        {
            _places[Key(_cells[i], _cells[i].Measure)] = i;
            var (lower, upper) = _cells[i] switch
            {
                { Status: "withheld" } => (1, Unbounded),
                { Status: "zero" } => (0, 0),
                { Value: { } value } => (Math.Max((double)value - (roundedTo / 2), threshold + 1), (double)value + (roundedTo / 2)),
                _ => throw new ArgumentException($"A shown cell has no value: {_cells[i]}.", nameof(cells)),
            };
            _lower.Add(lower);
            _upper.Add(upper);
        }

        Relate();
        ReadRatios(seen, roundedTo / 2);
        ReadCredits(seen);
        for (var i = 0; i < _cells.Count; i++)
        {
            // A reader is taken to know which counts did not change from one publication to the next.
            if (unchanged?.Invoke(_cells[i]) is { } before && _places.TryGetValue(Key(_cells[i] with { Publication = before }, _cells[i].Measure), out var same))
            {
                _relations.Add((i, [same], '='));
            }
        }
    }

    public int Threshold { get; }

    public IReadOnlyList<SeenCell> Cells => _cells;

    /// <summary>Relations that the cells are tied together by.</summary>
    public int Relations => _relations.Count + _weighted.Count;

    public IEnumerable<int> Withheld => Enumerable.Range(0, _cells.Count).Where(i => _cells[i].Status == "withheld");

    /// <summary>Whether a withheld count is known more tightly than within its own range, 1 to the threshold.</summary>
    public bool IsFound((double Lower, double Upper) interval) => interval.Upper - interval.Lower < Threshold - 1 - 1e-6;

    /// <summary>What follows without a solver: bounds are passed on along the relations until nothing changes. Of every cell, in a second.</summary>
    public IReadOnlyList<(double Lower, double Upper)> Propagate()
    {
        double[] lower = [.. _lower], upper = [.. _upper];
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var (whole, parts, sense) in _relations)
            {
                var (least, most) = (parts.Sum(part => lower[part]), parts.Sum(part => upper[part]));
                if (sense is '=' or '>')
                {
                    Raise(whole, least);
                    foreach (var part in parts)
                    {
                        Cap(part, upper[whole] - (least - lower[part]));
                    }
                }

                if (sense is '=' or '<')
                {
                    Cap(whole, most);
                    foreach (var part in parts.Where(_ => most < Unbounded * 2))
                    {
                        Raise(part, lower[whole] - (most - upper[part]));
                    }
                }
            }
        }

        return [.. lower.Zip(upper)];

        void Raise(int cell, double to)
        {
            if (to > lower[cell] + 1e-9)
            {
                (lower[cell], changed) = (to, true);
            }
        }

        void Cap(int cell, double to)
        {
            if (to < upper[cell] - 1e-9)
            {
                (upper[cell], changed) = (to, true);
            }
        }
    }

    /// <summary>
    /// How far each withheld cell can be moved, from the outside solver. Cells that hang together are one programme. Each solution of it is
    /// a table that fits all that was shown, and moves many cells at once; what no such table moves far enough is solved by itself, to both ends.
    /// </summary>
    /// <returns>The interval of each withheld cell, at least as wide as its range or else exact.</returns>
    public IReadOnlyDictionary<int, (double Lower, double Upper)> SolveAll(Action<string>? progress = null)
    {
        var random = new Random(20261121);
        var reached = Withheld.ToDictionary(i => i, _ => (Lower: double.PositiveInfinity, Upper: double.NegativeInfinity));
        var (blocks, programmes, single) = (0, 0, 0);
        foreach (var block in Blocks())
        {
            blocks++;
            int[] open = [.. block.Cells.Where(reached.ContainsKey)];
            for (var idle = 0; idle < 3 && open.Length > 0; programmes++)
            {
                var aim = open.ToDictionary(i => i, i => reached[i].Upper < reached[i].Lower ? random.Next(2) == 0 ? 1 : -1 : reached[i].Upper > _lower[i] + Threshold ? -1 : 1);
                foreach (var (i, value) in GlpSolve.Solve(Programme(block, aim)))
                {
                    if (reached.TryGetValue(i, out var known))
                    {
                        reached[i] = (Math.Min(known.Lower, value), Math.Max(known.Upper, value));
                    }
                }

                int[] left = [.. open.Where(i => IsFound(reached[i]))];
                idle = left.Length < open.Length ? 0 : idle + 1;
                open = left;
            }

            foreach (var i in open)
            {
                var least = GlpSolve.Solve(Programme(block, new Dictionary<int, int> { [i] = -1 }))[i];
                var most = GlpSolve.Solve(Programme(block, new Dictionary<int, int> { [i] = 1 }))[i];
                (reached[i], single) = ((least, most), single + 1);
            }
        }

        progress?.Invoke($"{blocks} blocks, {programmes} programmes for all cells of a block, {single} cells solved by themselves");
        return reached;
    }

    /// <summary>The exact interval of each of some cells, from the outside solver.</summary>
    public IReadOnlyDictionary<int, (double Lower, double Upper)> SolveExactly(IEnumerable<int> cells)
    {
        var blocks = Blocks().ToList();
        return cells.ToDictionary(i => i, i =>
        {
            var block = blocks.First(one => one.Cells.Contains(i));
            return (GlpSolve.Solve(Programme(block, new Dictionary<int, int> { [i] = -1 }))[i], GlpSolve.Solve(Programme(block, new Dictionary<int, int> { [i] = 1 }))[i]);
        });
    }

    private void Relate()
    {
        // The parts of a whole: the same slice by one dimension more, or by a smaller kind of period.
        var byDimension = Enumerable.Range(0, _cells.Count)
            .SelectMany(i => _cells[i].Codes.Keys.Select(dimension => (Whole: (Slice(_cells[i], without: dimension), _cells[i].Period, dimension), Part: i)))
            .ToLookup(pair => pair.Whole, pair => pair.Part);
        // Where a month or quarter is not reported, what its year has beyond the others may lie in it: records that are known to the year
        // alone. A year that is not reported has none.
        var unreported = _unreported.ToLookup(cell => (Slice(cell), cell.PeriodKind));
        var byPeriod = Enumerable.Range(0, _cells.Count).ToLookup(i => (Slice(_cells[i]), _cells[i].PeriodKind));
        for (var i = 0; i < _cells.Count; i++)
        {
            var cell = _cells[i];
            var slice = Slice(cell);
            var adds = s_adding.Contains(cell.Measure);
            if (s_childKind.TryGetValue(cell.PeriodKind, out var kind))
            {
                var isWhole = kind == "year" || !unreported[(slice, kind)].Any(part => part.Start >= cell.Start && part.End <= cell.End);
                int[] parts = [.. byPeriod[(slice, kind)].Where(part => _cells[part].Start >= cell.Start && _cells[part].End <= cell.End)];
                if (adds || s_linked.Contains(cell.Measure))
                {
                    Add(i, adds && isWhole ? '=' : '>', parts);
                }
                else if (isWhole)
                {
                    Add(i, '<', parts);
                }
                else
                {
                    AddEach(i, parts);
                }
            }

            foreach (var dimension in s_dimensions.Where(dimension => !cell.Codes.ContainsKey(dimension)))
            {
                Add(i, s_linked.Contains(cell.Measure) ? '>' : adds && !s_multiValued.Contains(dimension) ? '=' : '<', [.. byDimension[(slice, cell.Period, dimension)]]);
            }

            foreach (var (_, whole) in s_within.Where(pair => pair.Part == cell.Measure))
            {
                if (_places.TryGetValue(Key(cell, whole), out var above))
                {
                    _relations.Add((above, [i], '>'));
                }
            }
        }
    }

    private void Add(int whole, char sense, int[] parts)
    {
        if (parts.Length == 0)
        {
            return;
        }

        _relations.Add((whole, parts, sense));
        if (sense == '<')
        {
            // Where parts overlap, each is still no more than the whole.
            AddEach(whole, parts);
        }
    }

    private void AddEach(int whole, int[] parts) => _relations.AddRange(parts.Select(part => (whole, (int[])[part], '>')));

    private static string Key(SeenCell cell, string measure) =>
        $"{cell.Period} {Slice(cell with { Measure = measure })}";

    /// <summary>Publication, measure and members, whatever the period.</summary>
    private static string Slice(SeenCell cell, string? without = null) =>
        $"{cell.Publication} {cell.Measure} {string.Join(' ', cell.Codes.Where(code => code.Key != without).OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => $"{code.Key}={code.Value}"))}";

    /// <summary>Cells that are not exactly known and hang together by relations, and the relations.</summary>
    private IEnumerable<(int[] Cells, List<(int Whole, int[] Parts, char Sense)> Relations)> Blocks()
    {
        int[] root = [.. Enumerable.Range(0, _cells.Count)];
        foreach (var tied in _relations.Select(relation => relation.Parts.Append(relation.Whole)).Concat(_weighted.Select(row => row.Terms.Select(term => term.Name))))
        {
            int[] open = [.. tied.Where(i => _lower[i] < _upper[i])];
            foreach (var i in open.Skip(1))
            {
                root[Root(i)] = Root(open[0]);
            }
        }

        var relations = _relations.Where(relation => relation.Parts.Append(relation.Whole).Any(i => _lower[i] < _upper[i]))
            .ToLookup(relation => Root(relation.Parts.Append(relation.Whole).First(i => _lower[i] < _upper[i])));
        return Enumerable.Range(0, _cells.Count).Where(i => _lower[i] < _upper[i]).GroupBy(Root)
            .Where(block => block.Any(i => _cells[i].Status == "withheld"))
            .Select(block => ((int[])[.. block], relations[block.Key].ToList()));

        int Root(int i)
        {
            while (root[i] != i)
            {
                i = root[i] = root[root[i]];
            }

            return i;
        }
    }

    private LinearProgramme Programme((int[] Cells, List<(int Whole, int[] Parts, char Sense)> Relations) block, Dictionary<int, int> aim)
    {
        int[] all = [.. block.Cells, .. block.Relations.SelectMany(relation => relation.Parts.Append(relation.Whole)).Except(block.Cells).Distinct()];
        var inside = block.Cells.ToHashSet();
        var weighted = _weighted.Where(row => row.Terms.Any(term => inside.Contains(term.Name))).ToList();
        all = [.. all.Concat(weighted.SelectMany(row => row.Terms.Select(term => term.Name))).Distinct()];
        return new LinearProgramme(
            [.. all.Select(i => (i, aim.GetValueOrDefault(i), _lower[i], _upper[i]))],
            [.. weighted, .. block.Relations.Select(relation => ((IReadOnlyList<(int, int)>)[(relation.Whole, 1), .. relation.Parts.Select(part => (part, -1))], relation.Sense))]);
    }
}
