using System.Diagnostics.CodeAnalysis;
using System.Text;
using Analytics.Database;
using Npgsql;

namespace Analytics.Etl.Feeds.Hotline;

/// <summary>The keys of the dimensions of a contact, as <c>fact.sql</c> finds them by joins. Key 0 is the unknown member.</summary>
internal sealed class ContactKeys
{
    private const int NameBytes = 32;

    private readonly DateOnly _firstDay;
    private readonly DateOnly _lastDay;
    private readonly CodeMap<List<State>> _regions;
    private readonly CodeMap<List<State>> _organisations;
    private readonly CodeMap<int> _countries;
    private readonly CodeMap<byte[]> _citizenships;
    private readonly CodeMap<int> _demographics;

    private ContactKeys(
        (DateOnly First, DateOnly Last) days, CodeMap<List<State>> regions, CodeMap<List<State>> organisations, 
        CodeMap<int> countries, CodeMap<byte[]> citizenships, CodeMap<int> demographics, int sourceKey)
    {
        (_firstDay, _lastDay) = days;
        (_regions, _organisations, _countries, _citizenships) = (regions, organisations, countries, citizenships);
        (_demographics, SourceKey) = (demographics, sourceKey);
    }

    public int SourceKey { get; }

    public static async Task<ContactKeys> ReadAsync(NpgsqlConnection connection, string sourceId, bool synthetic, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(SqlText.Beside<ContactKeys>("contact_keys.sql"), connection) { Parameters = { new("source_id", sourceId), new("synthetic", synthetic) } };
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        var days = (reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1));
        var regions = await StatesAsync(reader, token);
        var organisations = await StatesAsync(reader, token);
        var (countries, citizenships) = await CountriesAsync(reader, token);
        var demographics = await DemographicsAsync(reader, token);
        await reader.NextResultAsync(token);
        await reader.ReadAsync(token);
        return new ContactKeys(days, regions, organisations, countries, citizenships, demographics, reader.GetInt32(0));
    }

    /// <summary>The day that a partial date begins on; null where the calendar of the warehouse has none.</summary>
    /// <param name="partial">yyyymmdd, with 00 for what is not known.</param>
    public DateOnly? FirstDay(int partial)
    {
        var (year, month, day) = (partial / 10000, partial / 100 % 100, partial % 100);
        if (year < _firstDay.Year || year > _lastDay.Year)
        {
            return null;
        }

        return new DateOnly(year, Math.Max(month, 1), Math.Max(day, 1));
    }

    public int Region(ReadOnlySpan<byte> soate, DateOnly? day) => At(_regions, soate, day) ?? 0;

    public int Country(ReadOnlySpan<byte> iso3) => _countries.TryGet(iso3, out var key) ? key : 0;

    /// <summary>Null for an organisation that nobody has named yet.</summary>
    public int? Organisation(ReadOnlySpan<byte> code, DateOnly? day) => code.IsEmpty ? 0 : _organisations.TryGet(code, out _) ? At(_organisations, code, day) ?? 0 : null;

    /// <param name="ages">First and last year of the range; the last is null where it is open.</param>
    public int Demographic(ReadOnlySpan<byte> sex, (int? From, int? To) ages, ReadOnlySpan<byte> citizenship)
    {
        Span<byte> name = stackalloc byte[NameBytes];
        var length = Put(name, 0, sex.IsEmpty ? "unknown"u8 : sex);
        length = Put(name, length, AgeBand(ages.From, ages.To));
        length = Put(name, length, _citizenships.TryGet(citizenship, out var group) ? group : "unknown"u8);
        return _demographics.TryGet(name[..length], out var key) ? key : throw new InvalidOperationException("mart.dim_demographic lacks a combination.");
    }

    /// <summary>As <c>mart.age_band</c>.</summary>
    private static ReadOnlySpan<byte> AgeBand(int? from, int? to) => (from, to) switch
    {
        (null, _) => "unknown"u8,
        ( >= 48, _) => "48+"u8,
        (_, null) => "unknown"u8,
        (_, <= 8) => "0-8"u8,
        ( >= 9, <= 17) => "9-17"u8,
        ( >= 18, <= 29) => "18-29"u8,
        ( >= 30, <= 38) => "30-38"u8,
        ( >= 39, <= 47) => "39-47"u8,
        _ => "unknown"u8,
    };

    private static int Put(Span<byte> name, int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(name[at..]);
        name[at + part.Length] = (byte)'/';
        return at + part.Length + 1;
    }

    private static int? At(CodeMap<List<State>> map, ReadOnlySpan<byte> code, DateOnly? day)
    {
        if (day is { } on && map.TryGet(code, out var states))
        {
            foreach (var state in states)
            {
                if (state.From <= on && on < state.To)
                {
                    return state.Key;
                }
            }
        }

        return null;
    }

    private static async Task<CodeMap<List<State>>> StatesAsync(NpgsqlDataReader reader, CancellationToken token)
    {
        await reader.NextResultAsync(token);
        var states = new List<(string Code, State State)>();
        while (await reader.ReadAsync(token))
        {
            // An open end comes as the first or the last day that there is.
            states.Add((reader.GetString(0), new State(reader.GetInt32(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3))));
        }

        return new(states.GroupBy(s => s.Code, s => s.State, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.ToList())));
    }

    private static async Task<(CodeMap<int> Keys, CodeMap<byte[]> Citizenships)> CountriesAsync(NpgsqlDataReader reader, CancellationToken token)
    {
        await reader.NextResultAsync(token);
        var countries = new List<(string Code, string Citizenship, int Key)>();
        while (await reader.ReadAsync(token))
        {
            countries.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        }

        return (new(countries.Select(country => KeyValuePair.Create(country.Code, country.Key))),
            new(countries.Select(country => KeyValuePair.Create(country.Code, Encoding.UTF8.GetBytes(country.Citizenship)))));
    }

    private static async Task<CodeMap<int>> DemographicsAsync(NpgsqlDataReader reader, CancellationToken token)
    {
        await reader.NextResultAsync(token);
        var keys = new List<KeyValuePair<string, int>>();
        while (await reader.ReadAsync(token))
        {
            keys.Add(KeyValuePair.Create($"{reader.GetString(0)}/{reader.GetString(1)}/{reader.GetString(2)}/", reader.GetInt32(3)));
        }

        return new(keys);
    }

    private sealed record State(int Key, DateOnly From, DateOnly To);

    /// <summary>Values by a code that is met as UTF-8 in a buffer.</summary>
    private sealed class CodeMap<TValue>(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        private readonly Dictionary<byte[], TValue>.AlternateLookup<ReadOnlySpan<byte>> _values =
            values.ToDictionary(v => Encoding.UTF8.GetBytes(v.Key), v => v.Value, new Utf8Comparer()).GetAlternateLookup<ReadOnlySpan<byte>>();

        public bool TryGet(ReadOnlySpan<byte> code, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(code, out value);
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
