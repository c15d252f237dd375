using Analytics.Demo.Cases;
using Analytics.Demo.Crimes;

namespace Analytics.Demo.People;

/// <summary>
/// The invented people behind the rows, and on which lists each of them stands: several organisations, the hotline, an
/// international and a government body, the crime register. Shares are made up. Persons of an NGO always link within it, so that
/// the calibrated counts of persons hold; at the hotline and in the register linkage misses some, as it does in life.
/// </summary>
internal sealed class Population
{
    private readonly DemoOptions _options;
    private SeededRandom _random;
    private readonly DemoTokens _tokens;
    private readonly HashSet<(string, string, int)> _named = [];
    private readonly Dictionary<DateOnly, List<Caller>> _callers = [];
    private readonly Dictionary<int, Queue<InventedPerson>> _victims = [];

    /// <param name="firstIntakes">One case a person, as <see cref="CaseModel"/> makes them.</param>
    /// <param name="crimes">As <see cref="CrimeModel"/> makes them.</param>
    public Population(IReadOnlyList<PersonCase> firstIntakes, IReadOnlyList<Crime> crimes, DemoOptions options)
    {
        _options = options;
        _random = new SeededRandom(options.Seed, "people");
        _tokens = new DemoTokens(options.Seed);
        // A stream a year: what comes later never changes what came before.
        Cases = CaseModel.InOrder(firstIntakes.GroupBy(c => c.IntakeDate.Year).OrderBy(year => year.Key).SelectMany(year =>
        {
            _random = new SeededRandom(options.Seed, $"people/{year.Key}");
            return (PersonCase[])[.. year.SelectMany(OfNgoPerson), .. OthersOnly(year.Key, [.. year])];
        }).ToList());
        Crimes = [.. crimes.GroupBy(crime => crime.RegisteredAt.Year).SelectMany(year =>
        {
            _random = new SeededRandom(options.Seed, $"people/{year.Key}/register");
            return year.Select(WithVictims).ToList();
        })];
    }

    public IReadOnlyList<PersonCase> Cases { get; }

    public IReadOnlyList<Crime> Crimes { get; }

    /// <summary>The month's callers who gave what a token needs, in the order in which they called.</summary>
    public IReadOnlyList<Caller> Callers(DateOnly month) => _callers.GetValueOrDefault(month) ?? [];

    /// <summary>Published figures count the persons of this window by organisation; nobody comes twice in it.</summary>
    private static bool InReportYear(DateOnly day) => DemoTargets.Identified.Span.Contains(day);

    private IEnumerable<PersonCase> OfNgoPerson(PersonCase first)
    {
        var person = Named(first);
        var others = new List<PersonCase>();
        if (!InReportYear(first.IntakeDate) && _random.Chance(0.11))
        {
            others.Add(Again(first, person, Elsewhere(first.Organisation), 0));
            if (_random.Chance(0.25))
            {
                others.Add(Again(first, person, Elsewhere(first.Organisation, others[0].Organisation), 1));
            }
        }

        if (_random.Chance(0.09))
        {
            others.Add(Again(first, person, CaseShares.International, 2));
        }

        if (_random.Chance(0.05))
        {
            others.Add(Again(first, person, CaseShares.Government, 3));
        }

        if (_random.Chance(first.IdentifiedBy is "hotline" ? 0.85 : 0.07))
        {
            Calls(person, first.IntakeDate.AddDays(-_random.Between(1, 40)));
        }

        if (_random.Chance(first.AppliedToPolice is "yes" ? 0.7 : 0.03))
        {
            Registers(person, first.IntakeDate.Year);
        }

        // An organisation that holds no name cannot make a token; such a person is known nowhere else.
        var tokened = others.Count > 0 || _random.Chance(0.96);
        return [first with { PersonToken = tokened ? _tokens.InFull(person) : null }, .. others.OfType<PersonCase>()];
    }

    /// <summary>Persons whom no NGO met: known to the hotline, an international or a government body.</summary>
    private IEnumerable<PersonCase> OthersOnly(int year, IReadOnlyList<PersonCase> like)
    {
        foreach (var (organisation, persons) in new[] { (CaseShares.International, 15), (CaseShares.Government, 8), ((Organisation?)null, 34) })
        {
            for (var i = 0; i < persons; i++)
            {
                var other = _random.Pick(like);
                var day = new DateOnly(year, 1, 1).AddDays(_random.Next(365));
                var person = InventedPerson.Draw(_random, other.Sex, other.BirthYear, other.Origin, year);
                if (day > _options.Period.To || (organisation is not null && InReportYear(day)))
                {
                    continue;
                }

                if (organisation is null || _random.Chance(0.1))
                {
                    Calls(person, day);
                }

                if (_random.Chance(organisation == CaseShares.Government ? 0.45 : 0.08))
                {
                    Registers(person, year);
                }

                if (organisation is not null)
                {
                    yield return Moved(other, organisation, day) with
                    {
                        BirthYear = other.BirthYear is null ? null : person.Born.Year,
                        AgeAtIntake = other.BirthYear is null ? other.AgeAtIntake : year - person.Born.Year,
                        IdentifiedBy = "referral",
                        PersonToken = _tokens.InFull(person),
                    };
                }
            }
        }
    }

    /// <summary>
    /// Within the years that a published figure spans, no two NGO persons sound alike in both names, or in the family name if born in one
    /// year, or are born on one day: a stranger taken for one of them would change a calibrated count.
    /// </summary>
    private InventedPerson Named(PersonCase first)
    {
        var years = (first.IntakeDate.Year - DemoTargets.Assisted.Span.From.Year + 300) / 3;
        while (true)
        {
            var person = InventedPerson.Draw(_random, first.Sex, first.BirthYear ?? first.IntakeDate.Year - first.AgeAtIntake, first.Origin, first.IntakeDate.Year);
            var names = (Sound(person.Given), Sound(person.Root), years);
            var family = (Sound(person.Root), $"{person.Born.Year}", years);
            // Day and month are encoded in either order.
            var born = ($"{Math.Min(person.Born.Day, person.Born.Month)}/{Math.Max(person.Born.Day, person.Born.Month)}", $"{person.Born.Year}", years);
            if (!_named.Overlaps([names, family, born]))
            {
                _named.UnionWith([names, family, born]);
                return person;
            }
        }
    }

    /// <summary>Its consonants: what spellings and linkage keep of a name.</summary>
    private static string Sound(string name) => string.Concat(name.ToLowerInvariant()
        .Where(letter => !"аеёиоуыэюяөүйьъ".Contains(letter, StringComparison.Ordinal)));

    private PersonCase Again(PersonCase first, InventedPerson person, Organisation organisation, int step)
    {
        var slice = CaseSlice.Of(_options.Period).First(s => s.Span.Contains(first.IntakeDate)).Span;
        var last = new[] { slice.To, _options.Period.To, DateSpan.Year(first.IntakeDate.Year).To }.Min();
        var day = first.IntakeDate.AddDays(_random.Between(3, 60) + (30 * step));
        return Moved(first, organisation, day < last ? day : last) with { IdentifiedBy = "referral", PersonToken = _tokens.AsFound(_random, person) };
    }

    private PersonCase Moved(PersonCase first, Organisation organisation, DateOnly day)
    {
        var updated = day.AddDays(_random.Between(3, 300));
        var known = first.ExploitationEnd is { } end && end.Date <= day;
        return first with
        {
            Organisation = organisation,
            IntakeDate = day,
            Service = organisation.Home,
            ExploitationStart = known ? first.ExploitationStart : null,
            ExploitationEnd = known ? first.ExploitationEnd : null,
            UpdatedAt = updated < _options.Period.To ? updated : _options.Period.To,
        };
    }

    private Organisation Elsewhere(params Organisation[] than)
    {
        Organisation other;
        do
        {
            other = _random.Pick(CaseShares.Organisations);
        }
        while (than.Contains(other));
        return other;
    }

    private void Calls(InventedPerson person, DateOnly day)
    {
        foreach (var month in _random.Chance(0.15) ? (int[])[0, 1] : [0])
        {
            var at = new DateOnly(day.Year, day.Month, 1).AddMonths(month);
            if (!_callers.TryGetValue(at, out var callers))
            {
                _callers.Add(at, callers = []);
            }

            callers.Add(new Caller(person.Female ? "female" : "male", _tokens.AsWritten(_random, person)));
        }
    }

    private void Registers(InventedPerson person, int year)
    {
        if (!_victims.TryGetValue(year, out var victims))
        {
            _victims.Add(year, victims = []);
        }

        victims.Enqueue(person);
    }

    /// <summary>Of a trafficking crime's victims, those known elsewhere first; of some the register sends no token.</summary>
    private Crime WithVictims(Crime crime)
    {
        if (Articles.IsRelated(crime.Article))
        {
            return crime;
        }

        var year = crime.RegisteredAt.Year;
        var waiting = _victims.GetValueOrDefault(year);
        var tokens = new List<string>();
        for (var i = 0; i < crime.Victims; i++)
        {
            if (waiting is { Count: > 0 } && _random.Chance(0.75))
            {
                tokens.Add(_tokens.AsWritten(_random, waiting.Dequeue()));
            }
            else if (_random.Chance(0.7))
            {
                tokens.Add(_tokens.AsWritten(_random, InventedPerson.Draw(_random, "", null, crime.Region, year)));
            }
        }

        return crime with { VictimTokens = tokens };
    }
}

/// <summary>A caller whose token the hotline made.</summary>
internal sealed record Caller(string Sex, string Token);
