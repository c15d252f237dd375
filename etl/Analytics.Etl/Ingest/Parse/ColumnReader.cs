using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>Gives the value of a feed column in the current row: what was received, after the mapping, before its type.</summary>
internal abstract class ColumnReader
{
    /// <summary>Positions in the file that it reads.</summary>
    public virtual IReadOnlyList<int> Reads => [];

    /// <summary>Whether the value that was read last is the mapping's own word, and none of the sender's.</summary>
    public virtual bool IsOfMapping => false;

    /// <returns>UTF-8 without surrounding white space; empty when unknown. Valid until the next call.</returns>
    public abstract ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem);
}

/// <summary>No such column in the file: unknown in every row.</summary>
internal sealed class AbsentReader : ColumnReader
{
    public override ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem)
    {
        problem = null;
        return default;
    }
}

internal sealed class ConstantReader(string value) : ColumnReader
{
    private readonly byte[] _value = Encoding.UTF8.GetBytes(value);

    public override bool IsOfMapping => true;

    public override ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem)
    {
        problem = null;
        return _value;
    }
}

internal sealed class FieldReader : ColumnReader
{
    private readonly int _index;
    private readonly byte[][] _unknown;
    private readonly byte[]? _split;
    private readonly byte[][] _targets;
    private readonly Vocabulary _spellings = new(static text => text.Trim().ToLowerInvariant());
    private readonly ValueSteps? _steps;
    private readonly List<byte> _joined = [];
    private byte[] _buffer = new byte[256];
    private byte[] _visible = new byte[256];
    private bool _isTranslated;

    public FieldReader(int index, FromColumn from, IReadOnlyList<string> unknown)
    {
        _index = index;
        Reads = [index];
        _unknown = [.. unknown.Select(Encoding.UTF8.GetBytes)];
        _split = from.Split is { Length: > 0 } split ? Encoding.UTF8.GetBytes(split) : null;
        _targets = [.. from.Codes.Select(c => Encoding.UTF8.GetBytes(c.To))];
        _steps = from.HasSteps ? new ValueSteps(from) : null;
        foreach (var (i, code) in from.Codes.Index())
        {
            _spellings.AddIfNew(code.From, i);
        }
    }

    public override IReadOnlyList<int> Reads { get; }

    public override bool IsOfMapping => _isTranslated && _split is null;

    public override ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem)
    {
        problem = null;
        _isTranslated = false;
        var value = FieldText.Trim(rows[_index]);
        if (InvisibleMarks.Any(value))
        {
            value = FieldText.Trim(Visible(value));
        }

        if (value.IsEmpty || IsUnknown(value))
        {
            return default;
        }

        if (_steps is not null)
        {
            value = _steps.Take(value, out problem);
            if (value.IsEmpty)
            {
                return default;
            }
        }

        if (_split is null)
        {
            return Translate(value);
        }

        _joined.Clear();
        foreach (var part in value.Split(_split.AsSpan()))
        {
            if (FieldText.Trim(value[part]) is { IsEmpty: false } one && !IsUnknown(one))
            {
                if (_joined.Count > 0)
                {
                    _joined.Add((byte)'|');
                }

                _joined.AddRange(Translate(one));
            }
        }

        if (_buffer.Length < _joined.Count)
        {
            _buffer = new byte[_joined.Count * 2];
        }

        _joined.CopyTo(_buffer);
        return _buffer.AsSpan(0, _joined.Count);
    }

    private ReadOnlySpan<byte> Visible(ReadOnlySpan<byte> value)
    {
        if (_visible.Length < value.Length)
        {
            _visible = new byte[value.Length * 2];
        }

        return _visible.AsSpan(0, InvisibleMarks.Drop(value, _visible));
    }

    private ReadOnlySpan<byte> Translate(ReadOnlySpan<byte> value)
    {
        if (_targets.Length == 0 || _spellings.Find(value) is not (>= 0 and var word))
        {
            return value;
        }

        _isTranslated = true;
        return _targets[word];
    }

    private bool IsUnknown(ReadOnlySpan<byte> value)
    {
        foreach (var unknown in _unknown)
        {
            if (value.SequenceEqual(unknown))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The values of several fields, with something between them; unknown where all of them are.</summary>
internal sealed class JoinedReader(FieldReader[] fields, string with) : ColumnReader
{
    private readonly byte[] _with = Encoding.UTF8.GetBytes(with);
    private readonly List<byte> _joined = [];

    public override IReadOnlyList<int> Reads { get; } = [.. fields.SelectMany(field => field.Reads)];

    public override ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem)
    {
        problem = null;
        _joined.Clear();
        foreach (var field in fields)
        {
            var value = field.Read(rows, out var fault);
            problem ??= fault;
            if (!value.IsEmpty)
            {
                if (_joined.Count > 0)
                {
                    _joined.AddRange(_with);
                }

                _joined.AddRange(value);
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_joined);
    }
}

/// <summary>Yes/no columns to codes. A column that takes one code is unknown when the flags give several.</summary>
/// <param name="words">The mapping's own words for yes and no.</param>
internal sealed class FlagsReader(IReadOnlyList<(int Index, IReadOnlyList<string> Codes)> flags, Flags words, IReadOnlyList<string> unknown, bool many) : ColumnReader
{
    private const int LongestMark = 40;
    private const int No = 0;
    private const int Yes = 1;

    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly Vocabulary _answers = Answers(words, unknown);
    private readonly Dictionary<string, byte[]> _written = new(StringComparer.Ordinal);

    public override IReadOnlyList<int> Reads => [.. flags.Select(f => f.Index)];

    public override ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem)
    {
        problem = null;
        _codes.Clear();
        foreach (var (index, codes) in flags)
        {
            var value = FieldText.Trim(rows[index]);
            switch (value.IsEmpty ? No : Answer(value))
            {
                case No:
                    break;
                case Yes:
                    _codes.UnionWith(codes);
                    break;
                default:
                    problem = Problems.Flag;
                    return default;
            }
        }

        return _codes.Count == 0 || (!many && _codes.Count > 1) ? default : Joined();
    }

    private int Answer(ReadOnlySpan<byte> value)
    {
        var answer = _answers.Find(value);
        return answer >= 0 || value.Length > LongestMark ? answer
            : Spellings.Tick(Encoding.UTF8.GetString(value)) is { } yes ? yes ? Yes : No
            : Spellings.IsNoAnswer(Encoding.UTF8.GetString(value)) ? No : answer;
    }

    private static Vocabulary Answers(Flags own, IReadOnlyList<string> unknown)
    {
        var answers = new Vocabulary(static text => text.Trim().ToLowerInvariant());
        var words = Spellings.Of("yes_no").ToLookup(word => word.Code, word => word.Name, StringComparer.Ordinal);
        foreach (var (said, word) in own.Yes.Select(said => (said, Yes)).Concat(own.No.Select(said => (said, No))))
        {
            answers.AddIfNew(said, word);
        }

        foreach (var yes in words["yes"].Concat(["yes", "1.0"]))
        {
            answers.AddIfNew(yes, Yes);
        }

        foreach (var no in words["no"].Concat(["no", "0.0"]).Concat(unknown))
        {
            answers.AddIfNew(no, No);
        }

        return answers;
    }

    private byte[] Joined()
    {
        var text = _codes.Count == 1 ? _codes.First() : string.Join('|', _codes);
        if (!_written.TryGetValue(text, out var utf8))
        {
            _written[text] = utf8 = Encoding.UTF8.GetBytes(text);
        }

        return utf8;
    }
}

/// <summary>The hash of the whole received row with the number of its occurrence: <c>3f2a…-1</c>.</summary>
internal sealed class RowHashReader(int width) : ColumnReader
{
    /// <summary>The name under which a rejected row keeps its key, since the rest of the row is not kept whole.</summary>
    public const string KeptUnder = "#row";

    private const int HashBytes = 12;

    private static readonly System.Buffers.SearchValues<byte> s_hex = System.Buffers.SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Whether a value has the form of such a key: what we made ourselves is nobody's number.</summary>
    public static bool IsKey(ReadOnlySpan<byte> value) => value.Length > (2 * HashBytes) + 1 && value.Length < 40 && value[2 * HashBytes] == '-'
        && !value[..(2 * HashBytes)].ContainsAnyExcept(s_hex) && !value[((2 * HashBytes) + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private readonly Dictionary<UInt128, int> _occurrences = [];
    private readonly CanonicalRow _row = new(width);
    private byte[] _text = [];

    /// <summary>The key of the row that was read last.</summary>
    public ReadOnlySpan<byte> Last => _text;

    public override ReadOnlySpan<byte> Read(ISourceRows rows, out Problem? problem)
    {
        problem = null;
        _row.Start();
        for (var i = 0; i < width; i++)
        {
            _row.Write(FieldText.Trim(rows[i]));
            _row.EndField();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.Bytes, hash);
        var key = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
        _occurrences.TryGetValue(key, out var before);
        _occurrences[key] = before + 1;
        _text = Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(hash[..HashBytes])}-{(before + 1).ToString(CultureInfo.InvariantCulture)}");
        return _text;
    }
}
