using System.Buffers;
using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// The name of a legal person, which is open. Sole traders are natural persons and refused; what looks like a person's name the check
/// for identifiers refuses. Neither is kept.
/// </summary>
/// <param name="most">Longest name in bytes of UTF-8.</param>
internal sealed class LegalNameType(int most) : ColumnType
{
    // A sole trader is a natural person: "individual entrepreneur" and its short forms in the three languages.
    private static readonly SearchValues<string> s_soleTrader = SearchValues.Create(
        [" ип ", " чп ", " жи ", " ie ", " индивидуальный предприниматель ", " частный предприниматель ", " жеке ишкер ", " sole trader ", " sole proprietor ", " individual entrepreneur "],
        StringComparison.OrdinalIgnoreCase);

    private static readonly Problem s_natural = new("natural_person", new LocalText(
        "the name of a legal person; natural persons and sole traders are not taken",
        "наименование юридического лица; физические лица и индивидуальные предприниматели не принимаются",
        "юридикалык жактын аталышы; жеке адамдар жана жеке ишкерлер кабыл алынбайт"));

    private readonly TextType _text = new(most, ValueContext.Reference);

    public override bool IsOpen => true;

    public override bool KeptWhenRejected => false;

    public override ValueContext Context => ValueContext.FreeText;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row) =>
        IsSoleTrader(Encoding.UTF8.GetString(value)) ? s_natural : _text.Write(value, row);

    private static bool IsSoleTrader(string name)
    {
        var words = $" {string.Concat(name.Select(sign => char.IsLetter(sign) ? sign : ' '))} ";
        return words.AsSpan().ContainsAny(s_soleTrader);
    }
}
