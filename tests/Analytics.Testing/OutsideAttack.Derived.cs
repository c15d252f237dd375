namespace Analytics.Testing;

/// <summary>What ratios, shares, estimates and credited persons tell of the counts they were made from, by the rounding that is documented.</summary>
public sealed partial class OutsideAttack
{
    private const string Credited = "persons_credited";
    private const string Reach = "persons_assisted";

    // Credit ÷ persons is given in twentieths; a step is known to half of one.
    private const int Steps = 20;

    private static readonly (string Share, string Part, string Whole)[] s_shares =
        [("under_registration_rate", "assisted_registered", "persons_first_assisted"), ("unregistered_share_of_known", "known_registered", "known_persons")];

    /// <summary>A ratio is made of published counts: who has it and one of them has the other, as published.</summary>
    private void ReadRatios(List<SeenCell> seen, int half)
    {
        var values = seen.Where(cell => cell.Value is not null).GroupBy(cell => Key(cell, cell.Measure), StringComparer.Ordinal)
            .ToDictionary(cell => cell.Key, cell => cell.First().Value!.Value, StringComparer.Ordinal);
        foreach (var cell in seen.Where(cell => cell.Value is not null))
        {
            var ratio = cell.Value!.Value;
            switch (cell.Measure)
            {
                case "crimes_per_100_assisted":
                    Divide(cell, "crimes_registered", ratio / 100, Reach);
                    break;
                case "registration_gap":
                    Divide(cell, "crimes_registered", 1 - ratio, Reach);
                    break;
                case "hidden_persons" when cell.Period == "all":
                    // The lists of all years together are all known persons.
                    if (Value(cell, "hidden_share") is { } hidden && hidden > 0)
                    {
                        Know(cell, "known_persons", (ratio / hidden) - ratio);
                        Know(cell, "known_registered", (1 - Value(cell, "unregistered_share_of_total")) * (ratio / hidden));
                    }

                    break;
                default:
                    foreach (var (_, part, whole) in s_shares.Where(share => share.Share == cell.Measure))
                    {
                        Divide(cell, part, 1 - ratio, whole);
                        Know(cell, part, Value(cell, whole) * (1 - ratio));
                    }

                    break;
            }
        }

        decimal? Value(SeenCell cell, string measure) => values.TryGetValue(Key(cell, measure), out var value) ? value : null;

        void Divide(SeenCell cell, string part, decimal ratio, string whole)
        {
            if (ratio > 0)
            {
                Know(cell, whole, Value(cell, part) / ratio);
            }
            else if (_places.TryGetValue(Key(cell, whole), out var i))
            {
                // It exists, so its whole was shown.
                _lower[i] = Math.Max(_lower[i], Threshold + 1);
            }
        }

        void Know(SeenCell cell, string measure, decimal? published)
        {
            if (published is { } value && _places.TryGetValue(Key(cell, measure), out var i))
            {
                var rounded = (double)Math.Round(value);
                (_lower[i], _upper[i]) = (Math.Max(_lower[i], Math.Max(0, rounded - half)), Math.Min(_upper[i], rounded + half));
            }
        }
    }

    /// <summary>
    /// Credit of a programme is its persons times a mean credit in steps of 0.05; the credits of all programmes add up to the persons who
    /// came to any, each of whom is among all persons assisted, and the others came without a programme.
    /// </summary>
    private void ReadCredits(List<SeenCell> seen)
    {
        foreach (var period in seen.Where(cell => cell.Measure == Credited && cell.Codes.ContainsKey("programme")).GroupBy(cell => (cell.Publication, cell.Period)))
        {
            var credits = new List<int>();
            var programmes = period.GroupBy(cell => cell.Codes["programme"], StringComparer.Ordinal).ToList();
            foreach (var programme in programmes)
            {
                if (!_places.TryGetValue(Key(Cell(programme.First(), programme.Key), Reach), out var reach))
                {
                    continue;
                }

                var credit = Unknown(programme.First());
                credits.Add(credit);
                _weighted.Add(([(reach, 1), (credit, -1)], '>'));
                if (_cells[reach].Value is { } persons && persons > 0 && programme.All(cell => cell.Value is not null))
                {
                    var mean = (int)Math.Round(programme.Sum(cell => cell.Value!.Value) / persons * Steps);
                    _weighted.Add(([(credit, 2 * Steps), (reach, -((2 * mean) - 1))], '>'));
                    _weighted.Add(([(credit, 2 * Steps), (reach, -((2 * mean) + 1))], '<'));
                }
            }

            var known = programmes.Select(programme => programme.Key).ToHashSet(StringComparer.Ordinal);
            if (_places.TryGetValue(Key(Cell(period.First(), null), Reach), out var all))
            {
                var others = Enumerable.Range(0, _cells.Count).Where(i => IsProgrammeWithoutCredit(_cells[i])).ToArray();
                _weighted.Add(([(all, 1), .. credits.Select(credit => (credit, -1))], '>'));
                _weighted.Add(([.. credits.Select(credit => (credit, 1)), .. others.Select(other => (other, 1)), (all, -1)], '>'));
            }

            bool IsProgrammeWithoutCredit(SeenCell cell) =>
                (cell.Publication, cell.Measure, cell.Period) == (period.Key.Publication, Reach, period.Key.Period)
                && cell.Codes.Count == 1 && cell.Codes.TryGetValue("programme", out var code) && !known.Contains(code);
        }

        int Unknown(SeenCell cell)
        {
            _cells.Add(cell with { Status = "unknown", Value = null });
            _lower.Add(0);
            _upper.Add(Unbounded);
            return _cells.Count - 1;
        }

        static SeenCell Cell(SeenCell cell, string? programme) =>
            cell with { Codes = programme is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["programme"] = programme } };
    }
}
