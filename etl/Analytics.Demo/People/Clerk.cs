using System.Globalization;
using Analytics.Domain.Linkage;

namespace Analytics.Demo.People;

/// <summary>Writes a person down as desks do: another alphabet, other forms of descent, slips, fields left empty.</summary>
internal static class Clerk
{
    private const string Letters = "абвгдезиклмнопрстуф";

    private static readonly Dictionary<char, string>[] s_latin =
    [
        Scheme("ж=zh ч=ch ш=sh щ=shch х=kh ц=ts ю=yu я=ya ё=yo й=y ы=y ө=o ү=u ң=ng э=e"),
        Scheme("ж=j ч=ch ш=sh щ=sch х=h ц=ts ю=iu я=ia ё=e й=i ы=y ө=o ү=u ң=n э=e"),
    ];

    /// <summary>In full, in the person's own language.</summary>
    public static PersonFields InFull(InventedPerson p) => new(
        p.Given, $"{p.Root} {(p.Female ? "кызы" : "уулу")}", null, new BirthDate(p.Born.Year, p.Born.Month, p.Born.Day), p.Female ? "female" : "male",
        p.Town.Length > 0 ? p.Town[0] : null);

    /// <summary>As one more desk writes it.</summary>
    public static PersonFields AsWritten(SeededRandom random, InventedPerson p)
    {
        var given = Slip(random, Plain(random, p.Given));
        var family = Slip(random, Plain(random, Family(p, kyrgyz: random.Chance(0.4))));
        var patronymic = random.Chance(0.5) ? null : Plain(random, p.Father + (p.Female ? " кызы" : " уулу"));
        if (random.Chance(0.3))
        {
            var scheme = random.Pick(s_latin);
            (given, family, patronymic) = (Latin(given, scheme), Latin(family, scheme), patronymic is null ? null : Latin(patronymic, scheme));
        }

        if (random.Chance(0.03))
        {
            (given, family) = (family, given);
        }

        return new PersonFields(
            given, family, patronymic, Birth(random, p.Born), random.Chance(0.06) ? null : p.Female ? "ж" : "м",
            p.Town.Length == 0 || random.Chance(0.1) ? null : random.Pick(p.Town));
    }

    private static string Family(InventedPerson p, bool kyrgyz) =>
        kyrgyz ? p.Root + (p.Female ? " кызы" : " уулу") : p.Root + (p.Root[^1] is 'о' or 'и' or 'ы' or 'а' ? "ев" : "ов") + (p.Female ? "а" : "");

    private static string Plain(SeededRandom random, string text) => random.Chance(0.4)
        ? text.Replace('ө', 'о').Replace('ү', 'у').Replace('ң', 'н').Replace('Ө', 'О').Replace('Ү', 'У')
        : text;

    private static string Slip(SeededRandom random, string text)
    {
        if (text.Length < 5 || !random.Chance(0.08))
        {
            return text;
        }

        var at = random.Between(1, text.Length - 2);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private static BirthDate Birth(SeededRandom random, DateOnly born) => random.Unit() switch
    {
        < 0.04 => default,
        < 0.08 => new BirthDate(born.Year, null, null),
        < 0.11 when born.Day <= 12 => new BirthDate(born.Year, born.Day, born.Month),
        < 0.14 => new BirthDate(born.Year - 1, born.Month, born.Day),
        _ => new BirthDate(born.Year, born.Month, born.Day),
    };

    private static string Latin(string text, Dictionary<char, string> scheme) => string.Concat(text.Select(letter =>
    {
        var latin = scheme.GetValueOrDefault(char.ToLower(letter, CultureInfo.InvariantCulture), letter.ToString());
        return char.IsUpper(letter) && latin.Length > 0 ? char.ToUpperInvariant(latin[0]) + latin[1..] : latin;
    }));

    private static Dictionary<char, string> Scheme(string special) =>
        $"а=a б=b в=v г=g д=d е=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ъ= ь= {special}"
            .Split(' ').ToDictionary(pair => pair[0], pair => pair[2..]);
}
