using System.Text;
using Analytics.Domain.PersonalData;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>What holds for any text: foreign characters, marks, digits and pieces of identifiers in any order.</summary>
public class ScrubProperties
{
    private static readonly string[] s_pieces =
    [
        "0555", "123", "456", "+996", "21507199000123", "4111", "1111", "@", ".", "mail", "ru", "aika", "AN", "1234567", " ", " ", "-", "/", ":", ",", "(", ")", "[", "]", "\n", "ул. ", "Токтогула", "кв. ", "12", "Айгүл", "Асанова",
        "Асан", "уулу", "т.", "тел. ", "паспорт ", "t.me/", "https://", "42.87461", "74.56976", "::", "fe80", "212.42.96.11", "А.", "и", "не", "ПИН", "[name]", "[phone]", "(at)", "dot", "°", "'", "№", "\u200B", "\u0301", "٣", "５", "𝟐", "\uD800", "O", "«", "»", "%40", "%",
    ];

    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.Elements(s_pieces).ListOf().Select(string.Concat),
        Gen.Choose(0, 0x2FFF).Select(code => (char)code).ListOf().Select(chars => string.Concat(chars)),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20261121, 1).WithEndSize(60);

    [Fact]
    public void InValue_AnyText_NeverThrows() => Check.One(s_config, Prop.ForAll(s_texts.ToArbitrary(), text =>
    {
        foreach (var context in Enum.GetValues<ValueContext>())
        {
            DirectIdentifiers.InValue(text, context);
        }

        DirectIdentifiers.InHeader(text);
        return true;
    }));

    [Fact]
    public void Scrub_AnyText_LeavesNoIdentifier() => Check.One(s_config, Prop.ForAll(s_texts.ToArbitrary(), text =>
        DirectIdentifiers.InValue(DirectIdentifiers.Scrub(text).Scrubbed, ValueContext.FreeText) is null));

    [Fact]
    public void Scrub_Twice_IsScrubOnce() => Check.One(s_config, Prop.ForAll(s_texts.ToArbitrary(), text =>
    {
        var once = DirectIdentifiers.Scrub(text).Scrubbed;
        var (twice, found) = DirectIdentifiers.Scrub(once);
        return twice == once && found.Count == 0;
    }));

    [Fact]
    public void Scrub_FindsSomething_ExactlyWhenInValueDoes() => Check.One(s_config, Prop.ForAll(s_texts.ToArbitrary(), text =>
        DirectIdentifiers.Scrub(text).Found.Count > 0 == DirectIdentifiers.InValue(text, ValueContext.FreeText) is not null));

    [Fact]
    public void Scrub_IdentifierAmongAnyWords_IsGoneFromTheResult() => Check.One(s_config, Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(), Words().ToArbitrary(), Words().ToArbitrary(), (seed, before, after) =>
        {
            var made = new Made(seed);
            var national = made.National();
            var (value, secret) = made.Below(5) switch
            {
                0 => ($"+996{national}", national),
                1 => ($"0{national}", national),
                2 => (made.Pin(), null),
                3 => ($"aika{national}@mail.ru", $"aika{national}"),
                _ => (made.Card(), null),
            };
            var scrubbed = DirectIdentifiers.Scrub($"{before} {value} {after}").Scrubbed;
            return !scrubbed.Contains(secret ?? value, StringComparison.Ordinal);
        }));

    [Fact]
    public void InValue_LongHostileTexts_TakesTimeLinearInTheirLength()
    {
        // Quadratic work on these would be minutes, and the test host would be stopped.
        foreach (var piece in (string[])["a@", "1 ", "1.", "ул. ", "О", "::", "t.me/", "тел. 1", "AN ", "DE89", "А. ", "Асан ", "42.123 ", "(at)", "°1", "кв 1 ", "%40", "дом 1 "])
        {
            var text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
            DirectIdentifiers.InValue(text, ValueContext.FreeText);
            DirectIdentifiers.InValue(text, ValueContext.Reference);
        }
    }

    private static Gen<string> Words() =>
        Gen.Elements("живёт", "деп", "жазды", "and", "the", "в", "после", "звонка", "мать", "—", "(см.)", "жок", "", "called,").ListOf().Select(words => string.Join(' ', words));
}
