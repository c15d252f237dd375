using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Analytics.Database;
using Analytics.Etl.Feeds.Types;
using Npgsql;

namespace Analytics.Etl.Feeds.Hotline;

/// <summary>Contacts typed and keyed by the worker: makes of a row what <c>conform.sql</c> and <c>fact.sql</c> make of it.</summary>
/// <param name="knownSince">UTC.</param>
internal sealed class ContactCopy(ContactKeys keys, Feed feed, long batchId, DateTime knownSince) : ITypedCopy
{
    private const string CopyVersions =
        """
        copy core.hotline (
            contact_id, known_since, batch_id, line, row_hash, started_on, started_at, duration_s, channel, language, caller_role, caller_region, topic,
            destination_country, suspected_trafficking, forms, sex, age_from, age_to, citizenship, referred_to, victim_identified, person_token)
        from stdin (format binary)
        """;

    private const string CopyFacts =
        """
        copy mart.fct_contact (
            contact_id, known_since, contact_date_key, caller_region_key, destination_country_key, demographic_key, referred_to_key,
            source_key, batch_key, line, channel, topic, caller_role, language, suspected, victim_identified, forms, duration_s)
        from stdin (format binary)
        """;

    private readonly Dictionary<string, int> _newOrganisations = new(StringComparer.Ordinal);
    private readonly Dictionary<ContactGroup, long> _counts = [];
    private readonly Columns _columns = new(feed);

    public static async Task<ITypedCopy> OpenAsync(NpgsqlConnection connection, Feed feed, LoadSource source, long batchId, DateTime knownSince, CancellationToken token) =>
        new ContactCopy(await ContactKeys.ReadAsync(connection, source.Id, source.Synthetic, token), feed, batchId, knownSince);

    public ITypedChunk NewChunk() => new ContactChunk(keys, _columns, batchId, knownSince);

    public async Task<bool> SeemsNewAsync(NpgsqlConnection connection, ITypedChunk chunk, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Sql("keys_are_known.sql"), connection) { Parameters = { new("keys", ((ContactChunk)chunk).Sample.ToArray()) } };
        return !(bool)(await command.ExecuteScalarAsync(token))!;
    }

    public async Task StoreAsync(NpgsqlConnection connection, ITypedChunk chunk, CancellationToken token)
    {
        var contacts = (ContactChunk)chunk;
        await contacts.Versions.SendAsync(connection, CopyVersions, token);
        foreach (var (at, organisation) in contacts.Unnamed)
        {
            contacts.Facts.Change(at, await KeyAsync(connection, organisation, token));
        }

        await contacts.Facts.SendAsync(connection, CopyFacts, token);
        foreach (var (group, count) in contacts.Counts)
        {
            _counts[group] = _counts.GetValueOrDefault(group) + count;
        }
    }

    public async Task SumUpAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var groups = _counts.Keys.ToList();
        await using var command = new NpgsqlCommand(Sql("save_counts.sql"), connection)
        {
            Parameters =
            {
                new("batch_id", batchId), new("source_key", keys.SourceKey),
                new("months", groups.ConvertAll(g => g.Month)), new("regions", groups.ConvertAll(g => g.Region)), new("topics", groups.ConvertAll(g => g.Topic)),
                new("suspicions", groups.ConvertAll(g => g.Suspected)), new("referrals", groups.ConvertAll(g => g.Referred)), new("contacts", groups.ConvertAll(g => _counts[g])),
            },
        };
        await command.ExecuteNonQueryAsync(token);
    }

    private async Task<int> KeyAsync(NpgsqlConnection connection, string organisation, CancellationToken token)
    {
        if (!_newOrganisations.TryGetValue(organisation, out var key))
        {
            await using var command = new NpgsqlCommand(Sql("new_organisation.sql"), connection) { Parameters = { new("organisation", organisation) } };
            key = (int)(await command.ExecuteScalarAsync(token))!;
            _newOrganisations.Add(organisation, key);
        }

        return key;
    }

    private static string Sql(string file) => SqlText.Beside<ContactCopy>(file);

    private readonly record struct ContactGroup(int Month, int Region, string Topic, bool Suspected, bool Referred);

    /// <summary>Where the feed's columns stand.</summary>
    private sealed class Columns(Feed feed)
    {
        public int Contact { get; } = feed.IndexOf("contact_id");

        public int StartedAt { get; } = feed.IndexOf("started_at");

        public int Duration { get; } = feed.IndexOf("duration_s");

        public int Channel { get; } = feed.IndexOf("channel");

        public int Language { get; } = feed.IndexOf("language");

        public int CallerRole { get; } = feed.IndexOf("caller_role");

        public int CallerRegion { get; } = feed.IndexOf("caller_region");

        public int Topic { get; } = feed.IndexOf("topic");

        public int Destination { get; } = feed.IndexOf("destination_country");

        public int Suspected { get; } = feed.IndexOf("suspected_trafficking");

        public int Forms { get; } = feed.IndexOf("forms");

        public int Sex { get; } = feed.IndexOf("sex");

        public int Age { get; } = feed.IndexOf("age");

        public int Citizenship { get; } = feed.IndexOf("citizenship");

        public int ReferredTo { get; } = feed.IndexOf("referred_to");

        public int Identified { get; } = feed.IndexOf("victim_identified");

        public int Token { get; } = feed.IndexOf("person_token");

        /// <summary>The codes of topics, so that a row's need not be made a text.</summary>
        public IReadOnlyList<(byte[] Utf8, string Code)> Topics { get; } = [.. feed.Columns[feed.IndexOf("topic")].Codes.Select(code => (Encoding.UTF8.GetBytes(code), code))];
    }

    private sealed class ContactChunk(ContactKeys keys, Columns columns, long batchId, DateTime knownSince) : ITypedChunk
    {
        private const int Capacity = 4 * 1024 * 1024;
        private const int SampleEvery = 256;
        private const int DateLength = 10;

        private long _rows;

        public CopyBuffer Versions { get; } = new(Capacity);

        public CopyBuffer Facts { get; } = new(Capacity);

        public List<string> Sample { get; } = [];

        /// <summary>Facts that refer to an organisation without a key, and where the key belongs.</summary>
        public List<(int At, string Organisation)> Unnamed { get; } = [];

        public Dictionary<ContactGroup, int> Counts { get; } = [];

        public void Add(CanonicalRow row, long line, ReadOnlySpan<byte> hash)
        {
            if (_rows++ % SampleEvery == 0)
            {
                Sample.Add(Encoding.UTF8.GetString(row[columns.Contact]));
            }

            var startedAt = row[columns.StartedAt];
            var date = Date(startedAt);
            var ages = Ages(row[columns.Age]);
            AddVersion(row, line, hash, date, startedAt, ages);
            AddFact(row, line, date, ages);
        }

        public void Clear()
        {
            Versions.Clear();
            Facts.Clear();
            Sample.Clear();
            Unnamed.Clear();
            Counts.Clear();
            _rows = 0;
        }

        private void AddVersion(CanonicalRow row, long line, ReadOnlySpan<byte> hash, int date, ReadOnlySpan<byte> startedAt, (int? From, int? To) ages)
        {
            var to = Versions;
            to.StartRow(23);
            to.Bytes(row[columns.Contact]);
            to.Timestamp(knownSince);
            to.Int64(batchId);
            to.Int64(line);
            to.Bytes(hash);
            to.Integer(date);
            if (startedAt.Length > DateLength)
            {
                to.Timestamp(Instant(startedAt, date));
            }
            else
            {
                to.Null();
            }

            Whole(to, row[columns.Duration]);
            to.TextOrNull(row[columns.Channel]);
            to.TextOrNull(row[columns.Language]);
            to.TextOrNull(row[columns.CallerRole]);
            to.TextOrNull(row[columns.CallerRegion]);
            to.TextOrNull(row[columns.Topic]);
            to.TextOrNull(row[columns.Destination]);
            to.TextOrNull(row[columns.Suspected]);
            if (row[columns.Forms] is { IsEmpty: false } forms)
            {
                to.TextArray(forms);
            }
            else
            {
                to.Null();
            }

            to.TextOrNull(row[columns.Sex]);
            Whole(to, ages.From);
            Whole(to, ages.To);
            to.TextOrNull(row[columns.Citizenship]);
            to.TextOrNull(row[columns.ReferredTo]);
            to.TextOrNull(row[columns.Identified]);
            to.TextOrNull(row[columns.Token]);
        }

        private void AddFact(CanonicalRow row, long line, int date, (int? From, int? To) ages)
        {
            var day = keys.FirstDay(date);
            var region = keys.Region(row[columns.CallerRegion], day);
            var topic = row[columns.Topic];
            var suspected = row[columns.Suspected];
            var referredTo = row[columns.ReferredTo];
            var organisation = keys.Organisation(referredTo, day);
            var to = Facts;
            to.StartRow(18);
            to.Bytes(row[columns.Contact]);
            to.Timestamp(knownSince);
            to.Integer(date);
            to.Integer(region);
            to.Integer(keys.Country(row[columns.Destination]));
            to.Integer(keys.Demographic(row[columns.Sex], ages, row[columns.Citizenship]));
            if (organisation is null)
            {
                Unnamed.Add((to.NextValue, Encoding.UTF8.GetString(referredTo)));
            }

            to.Integer(organisation ?? 0);
            to.Integer(keys.SourceKey);
            to.Int64(batchId);
            to.Int64(line);
            Code(to, row[columns.Channel]);
            Code(to, topic);
            Code(to, row[columns.CallerRole]);
            Code(to, row[columns.Language]);
            YesNo(to, suspected);
            YesNo(to, row[columns.Identified]);
            to.TextArray(row[columns.Forms]);
            Whole(to, row[columns.Duration]);

            var group = new ContactGroup(date / 100 * 100, region, TopicCode(topic), suspected.SequenceEqual("yes"u8), organisation != 0);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Counts, group, out _)++;
        }

        private string TopicCode(ReadOnlySpan<byte> topic)
        {
            foreach (var (utf8, code) in columns.Topics)
            {
                if (topic.SequenceEqual(utf8))
                {
                    return code;
                }
            }

            return "unknown";
        }

        /// <summary>yyyymmdd, with 00 for what the text does not say.</summary>
        private static int Date(ReadOnlySpan<byte> text) =>
            (Number(text[..4]) * 10000) + (text.Length >= 7 ? Number(text[5..7]) * 100 : 0) + (text.Length >= DateLength ? Number(text[8..DateLength]) : 0);

        /// <summary>Canonical: a date, hours, minutes and seconds, and an offset of hours and minutes east.</summary>
        private static DateTime Instant(ReadOnlySpan<byte> text, int date) =>
            new DateTime(date / 10000, date / 100 % 100, date % 100, Number(text[11..13]), Number(text[14..16]), Number(text[17..19]), DateTimeKind.Utc)
            - new TimeSpan(Number(text[20..22]), Number(text[23..25]), 0);

        /// <summary>Canonical: <c>30</c>, <c>30-38</c> or <c>48+</c>.</summary>
        private static (int? From, int? To) Ages(ReadOnlySpan<byte> text)
        {
            if (text.IsEmpty)
            {
                return (null, null);
            }

            if (text[^1] == '+')
            {
                return (Number(text[..^1]), null);
            }

            var dash = text.IndexOf((byte)'-');
            return dash < 0 ? (Number(text), Number(text)) : (Number(text[..dash]), Number(text[(dash + 1)..]));
        }

        private static int Number(ReadOnlySpan<byte> digits) =>
            Utf8Parser.TryParse(digits, out int number, out var used) && used == digits.Length
                ? number
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A canonical value of {digits.Length} characters is no number."));

        private static void Whole(CopyBuffer to, ReadOnlySpan<byte> digits) => Whole(to, digits.IsEmpty ? null : Number(digits));

        private static void Whole(CopyBuffer to, int? number)
        {
            if (number is { } value)
            {
                to.Integer(value);
            }
            else
            {
                to.Null();
            }
        }

        private static void Code(CopyBuffer to, ReadOnlySpan<byte> code) => to.Bytes(code.IsEmpty ? "unknown"u8 : code);

        private static void YesNo(CopyBuffer to, ReadOnlySpan<byte> code)
        {
            if (code.SequenceEqual("yes"u8))
            {
                to.Boolean(true);
            }
            else if (code.SequenceEqual("no"u8))
            {
                to.Boolean(false);
            }
            else
            {
                to.Null();
            }
        }
    }
}
