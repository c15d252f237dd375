using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Domain;
using Analytics.Domain.PersonalData;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>Rows of a file to canonical rows of a feed, or their problems. Allocates nothing for a row that is in order and canonical already.</summary>
internal sealed class RowParser : IDisposable
{
    private const int LongestNoAnswer = 40;

    private readonly Feed _feed;
    private readonly ColumnReader[] _readers;
    private readonly ColumnType[] _types;
    private readonly bool[] _isKey;
    private readonly bool[] _isOwnKey;
    private readonly int[] _read;
    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<int, ValueContext> _contexts = [];
    private readonly PersonalDataDetection _detection = new();
    private readonly List<int> _changed = [];
    private readonly ArrayBufferWriter<byte> _json = new(512);
    private readonly Utf8JsonWriter _writer;
    private readonly JsonEncodedText[] _names;

    private RowParser(Mapping mapping, IReadOnlyList<string> header, ColumnReader[] readers, DateOnly today, IReadOnlyCollection<string> rounds)
    {
        _feed = mapping.Feed;
        _header = header;
        _readers = readers;
        var context = new TypeContext(today, mapping.DateFormats, rounds, mapping.TimeZone);
        _types = [.. _feed.Columns.Select(c => ColumnTypes.Make(c, IsSubmission(mapping, c) ? context with { TimeZone = context.TimeZone ?? TimeZoneInfo.Utc } : context))];
        _isKey = [.. _feed.Columns.Select(c => _feed.Key.Contains(c.Name, StringComparer.Ordinal))];
        _isOwnKey = [.. _feed.Columns.Select(c => mapping.Columns.GetValueOrDefault(c.Name) is RowHash)];
        _read = [.. readers.SelectMany(r => r.Reads).Distinct().Order()];
        foreach (var (type, index) in readers.Zip(_types).SelectMany(pair => pair.First.Reads.Select(index => (pair.Second, index))))
        {
            _contexts.TryAdd(index, type.Context);
        }

        _writer = new Utf8JsonWriter(_json, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _names = [.. _feed.Columns.Select(c => JsonEncodedText.Encode(c.Name))];
        Row = new CanonicalRow(_types.Length);
        NewCodes = new NewCodes(_feed);
    }

    /// <summary>What coded columns did not know, in all rows so far.</summary>
    public NewCodes NewCodes { get; }

    /// <summary>The row that was parsed last.</summary>
    public CanonicalRow Row { get; }

    /// <summary>Problems of the row that was parsed last.</summary>
    public List<RowError> Errors { get; } = [];

    /// <summary>Fields that were emptied because they held an identifier, in all rows so far.</summary>
    public long Scrubbed { get; private set; }

    /// <summary>JSON of the received text of the columns that reading changed; empty when none was.</summary>
    public ReadOnlySpan<byte> Received => _changed.Count == 0 ? default : _json.WrittenSpan;

    /// <param name="today">The day in Asia/Bishkek.</param>
    /// <param name="rounds">Linkage rounds whose tokens are taken; none stands for any.</param>
    /// <param name="refusal">Why the header does not fit.</param>
    public static RowParser? Create(Mapping mapping, ISourceRows rows, DateOnly today, IReadOnlyCollection<string> rounds, out LocalText? refusal) =>
        Binding.Bind(rows.Header, rows.HasFixedHeader, mapping, out refusal) is { } readers ? new RowParser(mapping, rows.Header, readers, today, rounds) : null;

    public void Dispose() => _writer.Dispose();

    /// <summary>Parses the current row of <paramref name="rows"/> into <see cref="Row"/>, or its problems into <see cref="Errors"/>.</summary>
    public bool Parse(ISourceRows rows)
    {
        Errors.Clear();
        _changed.Clear();
        Row.Start();
        if (rows.Damage != RowDamage.None)
        {
            Errors.Add(new RowError(rows.Line, null, rows.Damage switch
            {
                RowDamage.Quotes => Problems.Quotes,
                RowDamage.Encoding => Problems.Encoding,
                _ => Problems.FieldCount,
            }));
            return false;
        }

        for (var i = 0; i < _types.Length; i++)
        {
            var value = _readers[i].Read(rows, out var problem);
            problem ??= value.IsEmpty ? (_feed.Columns[i].Required ? Problems.Required : null) : WriteField(i, value);
            if (problem is not null && !_types[i].IsOpen && value.Length is > 0 and <= LongestNoAnswer && Spellings.IsNoAnswer(Encoding.UTF8.GetString(value)))
            {
                problem = _feed.Columns[i].Required ? Problems.Required : null;
                Row.ClearField();
                _changed.Add(i);
            }

            if (problem is not null)
            {
                if (problem.Rule == "code")
                {
                    NewCodes.Note(i, value);
                }

                Errors.Add(new RowError(rows.Line, _feed.Columns[i].Name, problem));
                Row.ClearField();
            }

            Row.EndField();
        }

        if (_changed.Count > 0 && Errors.Count == 0)
        {
            WriteReceived(rows);
        }

        return Errors.Count == 0;
    }

    /// <summary>JSON of the received fields that the feed reads, for a later replay. Fields that hold an identifier, or no token where one belongs, are left out.</summary>
    public ReadOnlySpan<byte> RejectedFields(ISourceRows rows)
    {
        _json.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        if (rows.Damage == RowDamage.None)
        {
            // Parts that are harmless each by itself may be a name or a number when they are joined.
            var failed = Errors.Select(error => error.Column).OfType<string>().Select(_feed.IndexOf).Where(i => i >= 0 && !_types[i].KeptWhenRejected)
                .Concat(Enumerable.Range(0, _readers.Length).Where(i => _readers[i] is JoinedReader && _detection.Find(_readers[i].Read(rows, out _), _types[i].Context) is not null))
                .SelectMany(i => _readers[i].Reads).ToHashSet();
            foreach (var index in _read)
            {
                var value = rows[index];
                if (!failed.Contains(index) && !value.IsEmpty && _detection.Find(value, _contexts[index]) is null)
                {
                    _writer.WriteString(_header[index], Clean(value));
                }
            }

            if (Array.Find(_readers, r => r is RowHashReader) is RowHashReader key)
            {
                _writer.WriteString(RowHashReader.KeptUnder, key.Last);
            }
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return _json.WrittenSpan;
    }

    /// <summary>Whether a column is the time at which KoBoToolbox took a form in, which it gives in UTC without saying so.</summary>
    private static bool IsSubmission(Mapping mapping, FeedColumn column) => mapping.Columns.GetValueOrDefault(column.Name) is FromColumn { Column: "_submission_time" };

    private Problem? WriteField(int i, ReadOnlySpan<byte> value)
    {
        var type = _types[i];
        if (type.IsOpen)
        {
            if (!System.Text.Unicode.Utf8.IsValid(value))
            {
                return Problems.Encoding;
            }

            // What the mapping says itself is no value of the file, and a key that was made of the row is nobody's number.
            if (!_readers[i].IsOfMapping && !(_isOwnKey[i] && RowHashReader.IsKey(value)) && _detection.Find(value, type.Context) is { } identifier)
            {
                return Scrub(i, value, identifier);
            }
        }

        var problem = type.Write(value, Row);
        if (problem is null && !Row.Field.SequenceEqual(value))
        {
            _changed.Add(i);
        }

        return problem;
    }

    /// <summary>Sentences are kept with marks for what was in them; other values go; a key or required value takes its row with it.</summary>
    private Problem? Scrub(int i, ReadOnlySpan<byte> value, Problem identifier)
    {
        if (_isKey[i] || _feed.Columns[i].Required)
        {
            return identifier;
        }

        Scrubbed++;
        _changed.Add(~i);
        return _types[i].Context == ValueContext.FreeText ? _types[i].Write(PersonalDataDetection.Scrub(value), Row) : null;
    }

    private void WriteReceived(ISourceRows rows)
    {
        _json.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        foreach (var change in _changed)
        {
            var i = change < 0 ? ~change : change;
            if (change < 0)
            {
                _writer.WriteNull(_feed.Columns[i].Name);
            }
            else if (_readers[i].Reads is [var index])
            {
                WriteText(_names[i], rows[index]);
            }
        }

        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <summary>Nearly all texts are valid and go as they are.</summary>
    private void WriteText(JsonEncodedText name, ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(value))
        {
            _writer.WriteString(name, Clean(value));
        }
        else
        {
            _writer.WriteString(name, value);
        }
    }

    /// <summary>Text that JSON in PostgreSQL can hold: valid, and without the character U+0000.</summary>
    private static string Clean(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value).Replace("\0", "", StringComparison.Ordinal);
}
