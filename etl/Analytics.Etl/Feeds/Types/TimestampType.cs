using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// A time, in Asia/Bishkek when it comes without an offset. Canonical: <c>2021-03-12T14:05:00+06:00</c> in the zone's own offset, so that
/// the same instant is the same text; a date alone stays a date, with its precision.
/// </summary>
/// <param name="zone">Time zone of times without an offset; null for Asia/Bishkek.</param>
/// <param name="instant">The column is a point on the clock: a date alone is its midnight, and less than a date is too little.</param>
internal sealed class TimestampType(DateOnly latest, IReadOnlyList<string> formats, TimeZoneInfo? zone = null, bool instant = false) : ColumnType
{
    /// <summary>Since 12 August 2005 the zone is UTC+6 the year round.</summary>
    private const int FirstSteadyYear = 2006;
    private const int SteadyOffset = 360;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    private static readonly Problem s_problem = new("timestamp", new LocalText(
        "a time such as 2021-03-12T14:05:00+06:00, 2021-03-12 14:05 or 12.03.2021 14:05",
        "время, например 2021-03-12T14:05:00+06:00, 2021-03-12 14:05 или 12.03.2021 14:05",
        "убакыт, мисалы 2021-03-12T14:05:00+06:00, 2021-03-12 14:05 же 12.03.2021 14:05"));

    public override ValueContext Context => ValueContext.Date;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (!PartialTime.TryRead(value, formats, out var time))
        {
            return s_problem;
        }

        if (time.FirstDay > latest)
        {
            return DateType.Future;
        }

        if (instant)
        {
            if (time.Day == 0)
            {
                return s_problem;
            }

            time = time with { Seconds = time.Seconds ?? 0 };
        }

        if (time.Seconds is not { } seconds)
        {
            time.WriteDate(row);
            return null;
        }

        if (zone is not null && time.OffsetMinutes is null)
        {
            time = time with { OffsetMinutes = (int)zone.GetUtcOffset(time.FirstDay.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds)).TotalMinutes };
        }

        var offset = SteadyOffset;
        if (time.Year < FirstSteadyYear || time.OffsetMinutes is not (null or SteadyOffset))
        {
            (time, seconds, offset) = ToZone(time, seconds);
        }

        time.WriteDate(row);
        row.Write((byte)'T');
        row.WriteDigits(seconds / 3600, 2);
        row.Write((byte)':');
        row.WriteDigits(seconds / 60 % 60, 2);
        row.Write((byte)':');
        row.WriteDigits(seconds % 60, 2);
        row.Write((byte)'+');
        row.WriteDigits(offset / 60, 2);
        row.Write((byte)':');
        row.WriteDigits(offset % 60, 2);
        return null;
    }

    private static (PartialTime, int Seconds, int Offset) ToZone(PartialTime time, int seconds)
    {
        var local = time.FirstDay.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds);
        var given = time.OffsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : s_zone.GetUtcOffset(local);
        var utc = DateTime.SpecifyKind(local - given, DateTimeKind.Utc);
        var offset = s_zone.GetUtcOffset(utc);
        var there = utc + offset;
        return (new PartialTime(there.Year, there.Month, there.Day), (int)there.TimeOfDay.TotalSeconds, (int)offset.TotalMinutes);
    }
}
