using Analytics.Domain.Linkage;

namespace Analytics.Etl.Commands;

/// <summary>One record of a list with names, in memory only.</summary>
internal sealed record Person(long Line, string Id, PersonFields Fields, bool DateRead);

/// <summary>Takes the identifying fields out of a list.</summary>
internal sealed class PeopleReader(ListFile list, EncodeMapping mapping, int thisYear)
{
    public List<Person> ReadAll()
    {
        var order = mapping.MonthFirst ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;
        return [.. list.Rows.Select(row =>
        {
            var read = BirthDateReader.TryRead(list.Cell(row, "date_of_birth"), order, thisYear, out var birth);
            var fields = new PersonFields(
                list.Cell(row, "given_name"), list.Cell(row, "family_name"), list.Cell(row, "patronymic"),
                birth, list.Cell(row, "sex"), list.Cell(row, "place"));
            return new Person(row.Line, list.Cell(row, "id"), fields, read);
        })];
    }
}
