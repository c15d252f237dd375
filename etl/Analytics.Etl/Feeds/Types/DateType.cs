using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>A date to the day, month or year; its precision is kept. Canonical: <c>2010-07-15</c>, <c>2010-07</c>, <c>2010</c>.</summary>
/// <param name="latest">No date begins after this one.</param>
/// <param name="formats">Formats of the mapping, tried instead of the built-in forms; empty when it gives none.</param>
/// <param name="monthOnly">The column is a month: a year alone is too little and a day is too much.</param>
internal sealed class DateType(DateOnly latest, IReadOnlyList<string> formats, bool monthOnly = false) : ColumnType
{
    private static readonly Problem s_date = new("date", new LocalText(
        "a date such as 2021-03-12, 2021-03, 2021 or 12.03.2021; with slashes only where the file or its mapping shows whether the day comes first",
        "дата, например 2021-03-12, 2021-03, 2021 или 12.03.2021; через дробь — только если из файла или настройки видно, что стоит первым: день или месяц",
        "дата, мисалы 2021-03-12, 2021-03, 2021 же 12.03.2021; жантык сызык менен — файлдан же жөндөөдөн биринчи күнбү же айбы көрүнүп турса гана"));

    private static readonly Problem s_month = new("month", new LocalText(
        "a month such as 2021-03", "месяц, например 2021-03", "ай, мисалы 2021-03"));

    internal static readonly Problem Future = new("future_date", new LocalText(
        "a date that is not in the future", "дата не позже сегодняшней", "бүгүнкүдөн кеч эмес дата"));

    public override ValueContext Context => ValueContext.Date;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (!PartialTime.TryRead(value, formats, out var time))
        {
            return monthOnly ? s_month : s_date;
        }

        if (monthOnly)
        {
            if (time.Month == 0 || time.Day > 1)
            {
                return s_month;
            }

            time = new PartialTime(time.Year, time.Month);
        }

        if (time.FirstDay > latest)
        {
            return Future;
        }

        time.WriteDate(row);
        return null;
    }
}
