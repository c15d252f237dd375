using Analytics.Domain.Linkage;

namespace Analytics.Etl.Commands;

/// <summary>One record of a list with names, in memory only.</summary>
internal sealed record Person(long Line, string Id, PersonFields Fields, bool DateRead);

/// <summary>Takes the identifying fields out of a list.</summary>
internal sealed class PeopleReader(ListFile list, EncodeMapping mapping, int thisYear)
{
    /// <summary>One in fifty of all births on one day is many times what chance gives.</summary>
    private const double ShareOnADay = 0.02;

    private const int FewestOnADay = 8;

    public List<Person> ReadAll()
    {
        var order = mapping.MonthFirst ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;
        List<Person> people = [.. list.Rows.Select(row =>
        {
            var read = BirthDateReader.TryRead(list.Cell(row, "date_of_birth"), order, thisYear, out var birth);
            var (given, family) = (list.Cell(row, "given_name"), list.Cell(row, "family_name"));
            var fields = new PersonFields(
                given, given.Length == 0 && family.Length == 0 ? list.Cell(row, EncodeMapping.FullName) : family, list.Cell(row, "patronymic"),
                birth, list.Cell(row, "sex"), list.Cell(row, "place"));
            return new Person(row.Line, list.Cell(row, "id"), fields, read);
        })];
        var common = CommonDays(people);
        return [.. people.Select(person => common.Contains(person.Fields.Birth.MonthDay ?? "")
            ? person with { Fields = person.Fields with { IsCommonDay = true } } : person)];
    }

    /// <summary>The days of the year on which far more people of the list were born than can be: they stand for a day nobody knew.</summary>
    private static HashSet<string> CommonDays(List<Person> people)
    {
        var days = people.Select(person => person.Fields.Birth.MonthDay).OfType<string>().CountBy(day => day, StringComparer.Ordinal).ToList();
        var dated = days.Sum(day => day.Value);
        return [.. days.Where(day => day.Value >= FewestOnADay && day.Value >= ShareOnADay * dated).Select(day => day.Key)];
    }
}
