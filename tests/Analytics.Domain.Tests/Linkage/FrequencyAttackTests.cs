using System.Numerics;
using Analytics.Domain.Linkage;
using Xunit.Abstractions;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>
/// The intruder has the tokens and public frequency lists of names, and no key. In each filter he gathers records whose
/// filters resemble one another (as closely as serves him best) and gives each group, largest first, the name whose frequency
/// is nearest to its size (frequency alignment: Niedermeyer et al. 2014; pattern mining: Christen et al. 2018). His list is
/// better than any real one: it holds the very frequencies of these records. Who has no tokens at
/// all names everyone after the most frequent name: that is chance, and the attack must not beat it.
/// </summary>
public sealed class FrequencyAttackTests(ITestOutputHelper output)
{
    private const int People = 4000;
    private static readonly PersonFields[] s_people = [.. new SyntheticPeople(11).Draw(People).Select(p => p.First.ToFields())];

    public static TheoryData<string, Func<PersonFields, string?>> Fields => new()
    {
        { "given name", p => p.GivenName },
        { "family name", p => p.FamilyName },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Attack_ByFrequencyOfSimilarFilters_NamesNoMoreThanChance(string field, Func<PersonFields, string?> name)
    {
        var encoder = new PersonEncoder(Truth.Key);
        var table = Truth.Table(s_people, encoder);
        var names = s_people.Select(p => name(p)!).ToArray();
        var chance = (double)names.CountBy(n => n).Max(c => c.Value) / People;
        for (var view = 0; view < TokenSchema.Views.Length; view++)
        {
            var rate = Attack(row => table.Filter(row, view).ToArray(), names);
            output.WriteLine($"{field} from {TokenSchema.Views[view].Name} ({view}): {rate:0.0000}, chance {chance:0.0000}");
            Assert.True(rate <= UpperLimit(chance), $"{TokenSchema.Views[view].Name}: {rate:0.0000} of {field}s named, chance is {chance:0.0000}");
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Attack_ByBitsSetTogether_NamesNoMoreThanChance(string field, Func<PersonFields, string?> name)
    {
        // Whole tokens, as a record-level filter: groups that share a frequent pattern of bits in any filter.
        var table = Truth.Table(s_people, new PersonEncoder(Truth.Key));
        var names = s_people.Select(p => name(p)!).ToArray();
        var chance = (double)names.CountBy(n => n).Max(c => c.Value) / People;
        var rate = PatternAttack([.. Enumerable.Range(0, People).Select(row => table.Row(row).ToArray())], names);
        output.WriteLine($"{field} from patterns of bits: {rate:0.0000}, chance {chance:0.0000}");
        Assert.True(rate <= UpperLimit(chance), $"{rate:0.0000} of {field}s named, chance is {chance:0.0000}");
    }

    [Fact]
    public void Attack_OnPlainUnsaltedFilters_NamesMany()
    {
        // The attack itself works: against field-wise filters as commonly described, without salt and noise, it succeeds.
        var names = s_people.Select(p => p.GivenName!).ToArray();
        var chance = (double)names.CountBy(n => n).Max(c => c.Value) / People;
        var rate = Attack(row => PlainFilter(names[row]), names);
        var mined = PatternAttack([.. names.Select(PlainFilter)], names);
        output.WriteLine($"plain filters: {rate:0.0000} by groups, {mined:0.0000} by patterns; chance {chance:0.0000}");
        Assert.True(rate > 5 * UpperLimit(chance), $"only {rate:0.0000}");
    }

    [Fact]
    public void Tokens_OfPeopleWithOneName_ShareNoFilter()
    {
        var encoder = new PersonEncoder(Truth.Key);
        var same = Enumerable.Range(0, 200).Select(i => new PersonFields("Айгүл", "Асанова", "Бакировна", new BirthDate(1950 + (i % 50), 1 + (i % 12), 1 + (i % 28)), "f", SyntheticNames.Places[i % 20][0])).Select(encoder.Encode).ToArray();
        for (var view = 0; view < TokenSchema.Views.Length; view++)
        {
            var filters = same.Select(token => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(token.Words.AsSpan(view * TokenSchema.Words, TokenSchema.Words)))).ToArray();
            Assert.Equal(filters.Length, filters.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Link_WithAnotherKey_FindsNothing()
    {
        var other = LinkageKey.Read(System.Text.Encoding.ASCII.GetBytes("c0d5b1a3f7e29486ab13579bdf02468ace13fdb97531eca8642096f3d2e1b4a7"), out _)!;
        var mine = Truth.Table(s_people, new PersonEncoder(Truth.Key));
        var theirs = s_people.Select(new PersonEncoder(other).Encode).ToArray();
        Assert.Throws<ArgumentException>(() => Linker.Compare(mine, new TokenTable(theirs)));

        // Even with the fingerprint forged, nothing lights up.
        var forged = new TokenTable([.. theirs.Select(t => new PersonToken(mine.Round, t.Known, t.Words))]);
        Assert.Empty(Linker.Link(mine, forged));
    }

    private static double UpperLimit(double chance) => chance + (3 * Math.Sqrt(chance * (1 - chance) / People));

    /// <summary>The best that the intruder can do over how alike he takes filters of one name to be.</summary>
    private static double Attack(Func<int, ulong[]> filter, string[] names)
    {
        var filters = Enumerable.Range(0, names.Length).Select(filter).ToArray();
        return new[] { 0.70, 0.80, 0.90, 0.99 }.Max(alike => Attack(filters, names, alike));
    }

    private static double Attack(ulong[][] filters, string[] names, double threshold)
    {
        var groups = new int[names.Length];
        Array.Fill(groups, -1);
        var sizes = new List<int>();
        var blocks = new DiceBlocks(filters.SelectMany(f => f).ToArray(), TokenSchema.Words, threshold);
        var alike = new List<int>();
        for (var row = 0; row < names.Length; row++)
        {
            if (groups[row] >= 0)
            {
                continue;
            }

            alike.Clear();
            blocks.Find(filters[row], 0, names.Length, alike);
            groups[row] = sizes.Count;
            foreach (var member in alike.Where(m => groups[m] < 0))
            {
                groups[member] = sizes.Count;
            }

            sizes.Add(groups.Count(g => g == sizes.Count));
        }

        return Aligned(groups, sizes, names);
    }

    /// <summary>Groups records by the frequent combination of three bits that they carry, largest first (a step of pattern mining), and aligns.</summary>
    private static double PatternAttack(ulong[][] tokens, string[] names)
    {
        var bits = tokens[0].Length * 64;
        var frequent = Enumerable.Range(0, bits).OrderByDescending(bit => tokens.Count(t => Has(t, bit))).Take(40).ToArray();
        var patterns = (from a in frequent from b in frequent from c in frequent where a < b && b < c select (a, b, c))
            .Select(p => (p, Count: tokens.Count(t => Has(t, p.a) && Has(t, p.b) && Has(t, p.c))))
            .OrderByDescending(p => p.Count).Take(60).ToArray();
        var groups = new int[names.Length];
        Array.Fill(groups, -1);
        var sizes = new List<int>();
        foreach (var (pattern, _) in patterns)
        {
            var members = Enumerable.Range(0, tokens.Length).Where(r => groups[r] < 0 && Has(tokens[r], pattern.a) && Has(tokens[r], pattern.b) && Has(tokens[r], pattern.c)).ToArray();
            foreach (var member in members)
            {
                groups[member] = sizes.Count;
            }

            sizes.Add(members.Length);
        }

        return Aligned(groups, sizes, names);
    }

    private static double Aligned(int[] groups, List<int> sizes, string[] names)
    {
        var publicList = names.CountBy(n => n).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var guess = new Dictionary<int, string>();
        foreach (var group in Enumerable.Range(0, sizes.Count).OrderByDescending(g => sizes[g]))
        {
            if (publicList.Count == 0)
            {
                break;
            }

            guess[group] = publicList.MinBy(name => Math.Abs(name.Value - sizes[group])).Key;
            publicList.Remove(guess[group]);
        }

        return Enumerable.Range(0, names.Length).Count(row => guess.GetValueOrDefault(groups[row]) == names[row]) / (double)names.Length;
    }

    private static bool Has(ulong[] token, int bit) => (token[bit >> 6] >> (bit & 63) & 1) == 1;

    private static ulong[] PlainFilter(string name)
    {
        var filter = new ulong[TokenSchema.Words];
        var form = NameForm.Given(name)!;
        for (var i = 0; i + 1 < form.Length; i++)
        {
            var state = BitOperations.RotateLeft(form[i], 16) + form[i + 1];
            var random = (ulong)state;
            for (var k = 0; k < 15; k++)
            {
                var bit = (int)(SplitMix.Next(ref random) % TokenSchema.Bits);
                filter[bit >> 6] |= 1UL << bit;
            }
        }

        return filter;
    }
}
