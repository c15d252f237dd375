using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>One code of a list, or several joined by a bar, which come out in the order of the list and once each. A code is also found by its name in English, Russian or Kyrgyz.</summary>
internal sealed class CodeType : ColumnType
{
    private const int Unknown = 1000;

    private readonly byte[][] _codes;
    private readonly bool _many;
    private readonly bool _ticks;
    private readonly Vocabulary _words = new(Vocabulary.FoldWord);
    private readonly bool[] _chosen;
    private readonly Problem _problem;

    /// <param name="codes">The codes that the column takes.</param>
    /// <param name="names">Further spellings of codes.</param>
    /// <param name="ticks">Whether the first code is yes and the second no, so that ticks and boxes say them.</param>
    public CodeType(IReadOnlyList<string> codes, IEnumerable<(string Code, string Name)> names, bool many, bool ticks = false)
    {
        _ticks = ticks;
        _codes = [.. codes.Select(Encoding.UTF8.GetBytes)];
        _chosen = new bool[codes.Count];
        _many = many;
        foreach (var (index, code) in codes.Index())
        {
            _words.Add(code, index);
        }

        foreach (var (code, name) in names)
        {
            var index = codes.Index().Where(c => c.Item == code).Select(c => c.Index).FirstOrDefault(-1);
            if (index >= 0)
            {
                _words.AddIfNew(name, index);
            }
        }

        foreach (var word in (string[])["unknown", "неизвестно", "белгисиз", "n/a", "н/д"])
        {
            _words.AddIfNew(word, Unknown);
        }

        var list = string.Join(", ", codes);
        _problem = new Problem("code", (many
            ? new LocalText("codes joined by |, of: {0}", "коды через |, из списка: {0}", "| менен бөлүнгөн коддор, тизмеден: {0}")
            : new LocalText("one of: {0}", "одно из: {0}", "булардын бири: {0}")).With(list));
    }

    public override ValueContext Context => ValueContext.Code;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (!_many)
        {
            var word = _words.Find(value);
            return WriteOne(word < 0 && _ticks && Spellings.Tick(Encoding.UTF8.GetString(value)) is { } yes ? yes ? 0 : 1 : word, row);
        }

        Array.Clear(_chosen);
        foreach (var part in value.Split((byte)'|'))
        {
            var one = value[part].Trim((byte)' ');
            if (!one.IsEmpty && !Choose(one))
            {
                return _problem;
            }
        }

        for (var i = 0; i < _chosen.Length; i++)
        {
            if (_chosen[i])
            {
                if (row.Field.Length > 0)
                {
                    row.Write((byte)'|');
                }

                row.Write(_codes[i]);
            }
        }

        return null;
    }

    /// <summary>Chooses the code of a word; where the whole is none, those of its parts between commas or semicolons.</summary>
    private bool Choose(ReadOnlySpan<byte> value)
    {
        if (_words.Find(value) is >= 0 and var word)
        {
            if (word < Unknown)
            {
                _chosen[word] = true;
            }

            return true;
        }

        if (value.IndexOfAny(";,\n"u8) < 0)
        {
            return false;
        }

        foreach (var part in value.SplitAny(";,\n"u8))
        {
            var one = value[part].Trim(" \r"u8);
            if (!one.IsEmpty && (one.Length == value.Length || !Choose(one)))
            {
                return false;
            }
        }

        return true;
    }

    private Problem? WriteOne(int word, CanonicalRow row)
    {
        if (word < 0)
        {
            return _problem;
        }

        if (word < Unknown)
        {
            row.Write(_codes[word]);
        }

        return null;
    }
}
