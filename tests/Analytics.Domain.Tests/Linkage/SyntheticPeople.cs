using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>A record as one clerk typed it.</summary>
internal sealed record Typed(string Given, string Family, string Patronymic, string Birth, string Sex, string Place)
{
    public PersonFields ToFields()
    {
        BirthDateReader.TryRead(Birth, DateOrder.DayMonthYear, thisYear: 2026, out var birth);
        return new PersonFields(Given, Family, Patronymic, birth, Sex, Place);
    }
}

/// <summary>
/// People of the region and the records that two clerks would make of each: the first mostly in Cyrillic and clean, the second
/// with script switches, transliterations, slips, exchanged columns, other forms of descent, and dates missing or in part.
/// Written without looking at the normaliser: its transliterations are its own.
/// </summary>
internal sealed class SyntheticPeople(int seed)
{
    private static readonly string[][] s_schemes =
    [
        ["ж=zh", "ч=ch", "ш=sh", "щ=shch", "х=kh", "ц=ts", "ю=yu", "я=ya", "ё=yo", "й=y", "ы=y", "ө=o", "ү=u", "ң=ng", "э=e"],
        ["ж=j", "ч=ch", "ш=sh", "щ=sch", "х=h", "ц=ts", "ю=iu", "я=ia", "ё=e", "й=i", "ы=y", "ө=o", "ү=u", "ң=n", "э=e"],
        ["ж=j", "ч=ç", "ш=ş", "щ=ş", "х=h", "ц=ts", "ю=yu", "я=ya", "ё=yo", "й=y", "ы=ı", "ө=ö", "ү=ü", "ң=ñ", "э=e"],
        ["ж=dj", "ч=ch", "ш=sh", "щ=sh", "х=kh", "ц=c", "ю=yu", "я=ya", "ё=e", "й=y", "ы=i", "ө=oe", "ү=ue", "ң=ng", "э=e"],
    ];

    private static readonly Dictionary<char, string> s_plain = "а=a б=b в=v г=g д=d е=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ъ= ь="
        .Split(' ').ToDictionary(p => p[0], p => p[2..]);

    private readonly Random _random = new(seed);

    /// <summary>The records of <paramref name="count"/> people: one from each clerk.</summary>
    public List<(Typed First, Typed Second)> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var person = NewPerson();
        return (First(person), Second(person));
    })];

    private Person NewPerson()
    {
        var female = Chance(0.6);
        var russian = Chance(0.15);
        var given = Zipf(female ? SyntheticNames.Female : SyntheticNames.Male);
        var family = russian ? Zipf(SyntheticNames.Russian) : Flat(SyntheticNames.Roots);
        var father = russian ? Zipf(SyntheticNames.RussianFathers) : Flat(SyntheticNames.Roots);
        var born = Chance(0.04) ? new DateOnly(_random.Next(1955, 2009), 1, 1) : new DateOnly(1955, 1, 1).AddDays(_random.Next(54 * 365));
        return new Person(female, russian, given, family, father, born, Zipf(SyntheticNames.Places), Chance(0.3));
    }

    private Typed First(Person p) => new(
        p.Given, Family(p, p.Kyrgyz), Chance(0.15) ? "" : Patronymic(p, p.Kyrgyz), p.Born.ToString("yyyy-MM-dd"), p.Female ? "female" : "male", p.Place[0]);

    private Typed Second(Person p)
    {
        var (given, family) = (p.Given, Family(p, Chance(0.8) ? p.Kyrgyz : !p.Kyrgyz));
        var patronymic = Chance(0.35) ? "" : Patronymic(p, Chance(0.8) ? p.Kyrgyz : !p.Kyrgyz);
        (given, family, patronymic) = (MaybeSlip(MaybeRussify(given)), MaybeSlip(MaybeRussify(family)), MaybeSlip(MaybeRussify(patronymic)));
        if (Chance(0.4))
        {
            var scheme = s_schemes[_random.Next(s_schemes.Length)];
            (given, family, patronymic) = (ToLatin(given, scheme), ToLatin(family, scheme), ToLatin(patronymic, scheme));
        }

        if (patronymic.Length > 0 && Chance(0.05))
        {
            (given, patronymic) = ($"{given} {patronymic}", "");
        }

        if (Chance(0.05))
        {
            (given, family) = (family, given);
        }

        if (Chance(0.15))
        {
            (given, family, patronymic) = (given.ToUpperInvariant(), family.ToUpperInvariant(), patronymic.ToUpperInvariant());
        }

        var sex = Chance(0.1) ? "" : Chance(0.01) ? (p.Female ? "м" : "ж") : p.Female ? Flat(["ж", "жен", "аял", "F", "женский"]) : Flat(["м", "муж", "эркек", "M", "мужской"]);
        var place = Chance(0.1) ? "" : Chance(0.08) ? Zipf(SyntheticNames.Places)[0] : MaybeSlip(Flat(p.Place), 0.08);
        return new Typed(given, family, patronymic, Birth(p.Born), sex, place);
    }

    private string Birth(DateOnly born)
    {
        if (Chance(0.05))
        {
            return "";
        }

        if (Chance(0.05))
        {
            return Chance(0.5) ? born.ToString("yyyy") : born.ToString("MM.yyyy");
        }

        if (Chance(0.04) && born.Day <= 12)
        {
            born = new DateOnly(born.Year, born.Day, born.Month);
        }
        else if (Chance(0.06))
        {
            born = _random.Next(3) switch
            {
                0 => born.AddYears(_random.Next(2) * 2 - 1),
                1 => born.AddDays(_random.Next(1, 10)),
                _ => born.AddMonths(_random.Next(1, 4)),
            };
        }

        var month = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".Split(' ')[born.Month - 1];
        return Flat([born.ToString("dd.MM.yyyy"), born.ToString("yyyy-MM-dd"), born.ToString("d/M/yyyy"), born.ToString("yyyyMMdd"), $"{born.Day} {month} {born.Year} г."]);
    }

    private static string Family(Person p, bool kyrgyz) =>
        p.Russian ? p.Family + (p.Female ? "а" : "")
        : kyrgyz ? p.Family + (p.Female ? " кызы" : " уулу")
        : p.Family + (p.Family[^1] is 'о' or 'и' ? "ев" : "ов") + (p.Female ? "а" : "");

    private static string Patronymic(Person p, bool kyrgyz) =>
        kyrgyz && !p.Russian ? $"{p.Father}{(p.Female ? " кызы" : " уулу")}"
        : p.Father[^1] is 'й' ? p.Father[..^1] + (p.Female ? "евна" : "евич")
        : p.Father + (p.Female ? "овна" : "ович");

    /// <summary>Kyrgyz letters written with Russian ones, letters doubled or not.</summary>
    private string MaybeRussify(string text)
    {
        if (Chance(0.5))
        {
            text = text.Replace('ө', 'о').Replace('ү', 'у').Replace('ң', 'н').Replace('Ө', 'О').Replace('Ү', 'У');
        }

        return Chance(0.1) ? text.Replace("ээ", "е").Replace("аа", "а").Replace("өө", "ө").Replace("Ж", "Дж") : text;
    }

    private string MaybeSlip(string text, double probability = 0.12)
    {
        if (text.Length < 4 || !Chance(probability))
        {
            return text;
        }

        var at = _random.Next(1, text.Length - 1);
        return _random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Letter()),
            2 => text[..at] + Letter() + text[(at + 1)..],
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private string Letter() => "абвгдежзиклмнопрстуфхчш"[_random.Next(23)].ToString();

    private static string ToLatin(string text, string[] scheme) => string.Concat(text.Select(c =>
    {
        var lower = char.ToLowerInvariant(c);
        var latin = Array.Find(scheme, s => s[0] == lower)?[2..] ?? s_plain.GetValueOrDefault(lower, c.ToString());
        return c == lower || latin.Length == 0 ? latin : char.ToUpperInvariant(latin[0]) + latin[1..];
    }));

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Flat<T>(T[] items) => items[_random.Next(items.Length)];

    /// <summary>Most frequent first, falling slowly as names do.</summary>
    private T Zipf<T>(T[] items)
    {
        var weights = items.Select((_, rank) => 1.0 / (rank + 3)).ToArray();
        var left = _random.NextDouble() * weights.Sum();
        var at = 0;
        while (at < items.Length - 1 && (left -= weights[at]) > 0)
        {
            at++;
        }

        return items[at];
    }

    private sealed record Person(bool Female, bool Russian, string Given, string Family, string Father, DateOnly Born, string[] Place, bool Kyrgyz);
}
