using System.Globalization;
using Analytics.Domain.Linkage;

namespace Analytics.Benchmarks;

/// <summary>People made of syllables, for load only: names with the frequencies of a large population, half of each list in the other, some with slips.</summary>
internal sealed class BenchPeople(int seed)
{
    private const string Consonants = "бвгджзклмнпрстфхчш";
    private const string Vowels = "аеиоуыэ";
    private readonly Random _random = new(seed);

    public (PersonFields[] A, PersonFields[] B) TwoLists(int each)
    {
        var given = Enumerable.Range(0, 800).Select(_ => Name(2)).ToArray();
        var family = Enumerable.Range(0, 4000).Select(_ => Name(3)).ToArray();
        var places = Enumerable.Range(0, 300).Select(_ => Name(3)).ToArray();
        var a = Enumerable.Range(0, each).Select(_ => Draw(given, family, places)).ToArray();
        var b = Enumerable.Range(0, each).Select(i => i % 2 == 0 ? Again(a[i]) : Draw(given, family, places)).ToArray();
        return (a, b);
    }

    private PersonFields Draw(string[] given, string[] family, string[] places)
    {
        var born = new DateOnly(1950, 1, 1).AddDays(_random.Next(60 * 365));
        return new PersonFields(
            Skewed(given), Skewed(family), Skewed(given), new BirthDate(born.Year, born.Month, born.Day),
            _random.Next(2).ToString(CultureInfo.InvariantCulture) is "0" ? "f" : "m", Skewed(places));
    }

    /// <summary>The same person as another clerk would have it.</summary>
    private PersonFields Again(PersonFields person) => person with
    {
        GivenName = Slip(person.GivenName!),
        FamilyName = Slip(person.FamilyName!),
        Patronymic = _random.Next(3) == 0 ? null : person.Patronymic,
        Birth = _random.Next(20) == 0 ? person.Birth with { Day = (person.Birth.Day!.Value % 28) + 1 } : person.Birth,
        Place = _random.Next(10) == 0 ? null : person.Place,
    };

    private string Slip(string name) => _random.Next(6) > 0 ? name : name.Remove(_random.Next(name.Length), 1);

    private string Name(int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{Consonants[_random.Next(Consonants.Length)]}{Vowels[_random.Next(Vowels.Length)]}")) + Consonants[_random.Next(Consonants.Length)];

    /// <summary>Square of a uniform number: the most frequent entry of 4,000 comes up in 1.6 % of draws.</summary>
    private string Skewed(string[] items) => items[(int)(_random.NextDouble() * _random.NextDouble() * items.Length)];
}
