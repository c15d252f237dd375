using Analytics.Domain;
using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Analytics.Etl.Ingest.Files;

/// <summary>The objects of a JSON file one by one; never more of the file in memory than one of them and a buffer.</summary>
/// <remarks>Own code over the framework's reader, because its own way to stream knows no array below the root and no limits.</remarks>
internal sealed class JsonRecords : IDisposable
{
    /// <summary>Deeper than any limit, so that it is the limit that speaks.</summary>
    private const int ReaderDepth = 1000;

    private readonly Stream _stream;
    private readonly IReadOnlyList<string>? _path;
    private readonly bool _lines;
    private readonly Limits _limits;
    private readonly List<string> _names = [];
    private JsonReaderState _state;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isLast;
    private bool _inArray;
    private JsonDocument? _current;

    public JsonRecords(string path, Encoding encoding, IReadOnlyList<string>? at, bool lines, Limits limits)
    {
        Stream stream = File.OpenRead(path);
        _stream = encoding.CodePage == Encoding.UTF8.CodePage ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
        (_path, _lines, _limits) = (at, lines, limits);
        _state = NewState(lines);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            _start = 3;
        }
    }

    /// <summary>The number of the current record, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether an array of records was found, be it empty.</summary>
    public bool FoundArray => _inArray;

    public JsonElement Current => _current!.RootElement;

    /// <exception cref="UnreadableFileException">Not JSON, or cut off.</exception>
    public bool Read()
    {
        _current?.Dispose();
        _current = null;
        try
        {
            while (true)
            {
                if (TryStep(out var found))
                {
                    if (found is null)
                    {
                        return false;
                    }

                    if (found.Value)
                    {
                        Number++;
                        return true;
                    }
                }
                else
                {
                    Fill();
                }
            }
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException(new LocalText(
                "the text after record {0} is not valid JSON",
                "текст после записи {0} — не корректный JSON",
                "{0}-жазуудан кийинки текст туура JSON эмес").With(Number), e);
        }
    }

    public void Dispose()
    {
        _current?.Dispose();
        _stream.Dispose();
    }

    private static JsonReaderState NewState(bool lines) => new(new JsonReaderOptions
    {
        AllowMultipleValues = lines,
        MaxDepth = ReaderDepth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Disallow,
    });

    /// <param name="found">True: a record is current. False: a token was passed. Null: no record is left.</param>
    /// <returns>False when more of the file is needed.</returns>
    private bool TryStep(out bool? found)
    {
        found = false;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        if (!reader.Read())
        {
            found = null;
            return _isLast;
        }

        if (_lines || _inArray)
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                found = null;
                return true;
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new UnreadableFileException(new LocalText(
                    "record {0} is not a JSON object",
                    "запись {0} не является объектом JSON",
                    "{0}-жазуу JSON объекти эмес").With(Number + 1));
            }

            if (!JsonDocument.TryParseValue(ref reader, out _current))
            {
                return false;
            }

            found = true;
        }
        else if (!TryEnter(ref reader))
        {
            return false;
        }

        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
        return true;
    }

    /// <summary>Looks for the array of records: the one at the given path, else the first array that starts with an object. Others are passed over.</summary>
    private bool TryEnter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            while (_names.Count >= reader.CurrentDepth)
            {
                _names.RemoveAt(_names.Count - 1);
            }

            // A name that is no text is no part of a path that anybody gave.
            _names.Add(JsonRows.TextOf(ref reader) ?? "\uFFFD");
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            var probe = reader;
            if (!probe.Read())
            {
                return false;
            }

            var isRoot = reader.CurrentDepth == 0;
            _inArray = _path is null ? probe.TokenType == JsonTokenType.StartObject || (isRoot && probe.TokenType == JsonTokenType.EndArray) : _names.SequenceEqual(_path, StringComparer.Ordinal);
            return _inArray || reader.TrySkip();
        }

        return true;
    }

    private void Fill()
    {
        var left = _end - _start;
        if (left == _buffer.Length)
        {
            Limits.Check(left + 1L, _limits.RecordBytes, LimitText.Record);
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
        }

        (_start, _end) = (0, left);
        // As much as there is room for: what a record needs is looked at anew after each piece.
        var room = _buffer.Length - _end;
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_end), room, throwOnEndOfStream: false);
        _end += read;
        _isLast = read < room;
    }
}
