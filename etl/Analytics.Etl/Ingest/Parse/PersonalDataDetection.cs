using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>
/// The door of the warehouse: looks for direct identifiers in the names of columns and in values, as UTF-8 comes from a file.
/// What it finds is neither stored nor quoted. Not for use from two threads at once.
/// </summary>
internal sealed class PersonalDataDetection
{
    private static readonly Dictionary<IdentifierKind, Problem> s_problems = Enum.GetValues<IdentifierKind>().ToDictionary(
        kind => kind,
        kind => new Problem($"identifier_{Snake(kind.ToString())}", IdentifierText.Advice(kind)));

    private char[] _text = new char[256];

    /// <summary>The kind of identifier that a column of that name would hold; its name is fit for the middle of a sentence.</summary>
    public static LocalText? InHeader(string header) => DirectIdentifiers.InHeader(header) is { } kind ? IdentifierText.Name(kind) : null;

    /// <summary>Looks for a direct identifier anywhere in a value.</summary>
    /// <returns>The rule that it breaks, or null.</returns>
    public Problem? Find(ReadOnlySpan<byte> value, ValueContext context)
    {
        if (_text.Length < value.Length)
        {
            _text = new char[value.Length * 2];
        }

        var length = Encoding.UTF8.GetChars(value, _text);
        return DirectIdentifiers.InValue(_text.AsSpan(0, length), context) is { } kind ? s_problems[kind] : null;
    }

    /// <summary>A sentence with marks in the places of identifiers.</summary>
    public static byte[] Scrub(ReadOnlySpan<byte> value) => Encoding.UTF8.GetBytes(DirectIdentifiers.Scrub(Encoding.UTF8.GetString(value)).Scrubbed);

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : "_")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
