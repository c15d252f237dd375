using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Analytics.Testing;

/// <summary>A published cell as any reader of a profile sees it.</summary>
/// <param name="Codes">Members of the dimensions that it is cut by.</param>
/// <param name="Status">ok, zero, withheld or not_reported.</param>
public sealed record SeenCell(
    string Measure, string PeriodKind, string Period, DateOnly Start, DateOnly End, IReadOnlyDictionary<string, string> Codes, decimal? Value, string Status);

/// <summary>
/// Somebody who has everything a profile was ever shown and a linear-programme solver that is not ours: knows the rules, how years are
/// made of quarters and wholes of parts, and looks how tightly a withheld count can be bounded.
/// </summary>
public sealed class OutsideAttack
{
    private const double Unbounded = 1e9;

    // Counts that add up over time and place; the others count a person once in each cell.
    private static readonly string[] s_adding = ["intakes", "services_delivered", "contacts", "contacts_suspected", "contacts_referred", "victims_registered"];
    private static readonly string[] s_persons = ["persons_assisted", "reasons_not_applied"];
    private static readonly Dictionary<string, string> s_childKind = new(StringComparer.Ordinal) { ["all"] = "year", ["span"] = "year", ["year"] = "quarter", ["quarter"] = "month" };

    private static readonly string[] s_dimensions = ["region", "sex", "age_band", "form", "destination", "topic", "reason", "programme"];

    // One person may have several of these.
    private static readonly string[] s_multiValued = ["form", "reason"];

    private readonly List<SeenCell> _cells;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly List<(int Whole, int[] Parts, char Sense)> _relations = [];
    private readonly ILookup<string, int> _byMeasure;

    /// <param name="threshold">Counts from 1 to this are withheld.</param>
    /// <param name="roundedTo">Shown counts are rounded to the nearest multiple of this.</param>
    public OutsideAttack(IEnumerable<SeenCell> cells, int threshold, int roundedTo)
    {
        Threshold = threshold;
        _cells = [.. cells.Where(cell => cell.Status != "not_reported" && (s_adding.Contains(cell.Measure) || s_persons.Contains(cell.Measure)))];
        _lower = new double[_cells.Count];
        _upper = new double[_cells.Count];
        for (var i = 0; i < _cells.Count; i++)
        {
            _places[Key(_cells[i].Measure, _cells[i].Period, _cells[i].Codes)] = i;
            (_lower[i], _upper[i]) = _cells[i] switch
            {
                { Status: "withheld" } => (1, Unbounded),
                { Status: "zero" } => (0, 0),
                { Value: { } value } => (Math.Max((double)value - (roundedTo / 2), threshold + 1), (double)value + (roundedTo / 2)),
                _ => throw new ArgumentException($"A shown cell has no value: {_cells[i]}.", nameof(cells)),
            };
        }

        _byMeasure = Enumerable.Range(0, _cells.Count).ToLookup(i => _cells[i].Measure, StringComparer.Ordinal);
        Relate();
    }

    public static bool HasSolver { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "glpsol")));

    public int Threshold { get; }

    public IReadOnlyList<SeenCell> Cells => _cells;

    /// <summary>Relations that the cells are tied together by.</summary>
    public int Relations => _relations.Count;

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

    /// <summary>The least and the most a cell can be, from the outside solver.</summary>
    public (double Lower, double Upper) Solve(int cell)
    {
        var near = Near(cell);
        return (Extreme(cell, near, "Minimize"), Extreme(cell, near, "Maximize"));
    }

    private void Relate()
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            var cell = _cells[i];
            var adds = s_adding.Contains(cell.Measure);
            if (s_childKind.TryGetValue(cell.PeriodKind, out var kind))
            {
                Add(i, adds ? '=' : '<', [.. Parts(i, other => other.PeriodKind == kind && other.Start >= cell.Start && other.End <= cell.End && SameCodes(other, cell))]);
            }

            foreach (var dimension in s_dimensions.Where(dimension => !cell.Codes.ContainsKey(dimension)))
            {
                var parts = Parts(i, other => other.Period == cell.Period && other.Codes.Count == cell.Codes.Count + 1 && other.Codes.ContainsKey(dimension)
                    && cell.Codes.All(code => other.Codes.GetValueOrDefault(code.Key) == code.Value)).ToArray();
                Add(i, adds && !s_multiValued.Contains(dimension) ? '=' : '<', parts);
            }

            // A person has at least one intake.
            if (cell.Measure == "persons_assisted" && _places.TryGetValue(Key("intakes", cell.Period, cell.Codes), out var intakes))
            {
                _relations.Add((intakes, [i], '>'));
            }
        }
    }

    private IEnumerable<int> Parts(int whole, Func<SeenCell, bool> isPart) => _byMeasure[_cells[whole].Measure].Where(i => isPart(_cells[i]));

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
            _relations.AddRange(parts.Select(part => (whole, (int[])[part], '>')));
        }
    }

    private static bool SameCodes(SeenCell one, SeenCell other) =>
        one.Codes.Count == other.Codes.Count && one.Codes.All(code => other.Codes.GetValueOrDefault(code.Key) == code.Value);

    private static string Key(string measure, string period, IReadOnlyDictionary<string, string> codes) =>
        $"{measure} {period} {string.Join(' ', codes.OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => $"{code.Key}={code.Value}"))}";

    /// <summary>The relations that a cell is tied to by way of counts that are not exactly known.</summary>
    private List<(int Whole, int[] Parts, char Sense)> Near(int cell)
    {
        var reached = new HashSet<int> { cell };
        var taken = new HashSet<int>();
        for (var grown = true; grown;)
        {
            grown = false;
            for (var r = 0; r < _relations.Count; r++)
            {
                var (whole, parts, _) = _relations[r];
                if (!taken.Contains(r) && (reached.Contains(whole) || parts.Any(reached.Contains)))
                {
                    taken.Add(r);
                    grown = true;
                    reached.UnionWith(parts.Append(whole).Where(i => _lower[i] < _upper[i]));
                }
            }
        }

        return [.. taken.Order().Select(r => _relations[r])];
    }

    private double Extreme(int cell, List<(int Whole, int[] Parts, char Sense)> relations, string sense)
    {
        var model = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{sense}\n obj: x{cell}\nSubject To\n");
        foreach (var (whole, parts, kind) in relations)
        {
            model.Append(CultureInfo.InvariantCulture, $" x{whole}");
            foreach (var part in parts)
            {
                model.Append(CultureInfo.InvariantCulture, $"\n - x{part}");
            }

            model.Append(kind switch { '=' => " = 0\n", '>' => " >= 0\n", _ => " <= 0\n" });
        }

        model.Append("Bounds\n");
        foreach (var i in relations.SelectMany(relation => relation.Parts.Append(relation.Whole)).Append(cell).Distinct())
        {
            model.Append(CultureInfo.InvariantCulture, $" {_lower[i]} <= x{i}{(_upper[i] >= Unbounded ? "" : string.Create(CultureInfo.InvariantCulture, $" <= {_upper[i]}"))}\n");
        }

        return Run(model.Append("End\n").ToString(), sense);
    }

    private static double Run(string model, string sense)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-glpk-");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "model.lp"), Path.Combine(folder.FullName, "result.txt"));
            File.WriteAllText(input, model);
            using var process = Process.Start(new ProcessStartInfo("glpsol", ["--lp", input, "-o", output, "--tmlim", "60"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (said.Contains("UNBOUNDED", StringComparison.Ordinal) || said.Contains("NO DUAL FEASIBLE", StringComparison.Ordinal))
            {
                return sense == "Maximize" ? double.PositiveInfinity : double.NegativeInfinity;
            }

            if (!said.Contains("OPTIMAL", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"glpsol found no answer: {said[^Math.Min(said.Length, 400)..]}");
            }

            var objective = File.ReadLines(output).Single(line => line.StartsWith("Objective:", StringComparison.Ordinal));
            return double.Parse(objective.Split('=')[1].Split('(')[0], CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
