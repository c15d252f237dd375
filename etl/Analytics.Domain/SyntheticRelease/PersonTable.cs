namespace Analytics.Domain.SyntheticRelease;

/// <summary>An attribute and every value it can have. The list is public: it must not come from the records.</summary>
public sealed record PublicVariable(string Name, IReadOnlyList<string> Codes);

/// <summary>
/// Records of categories, one row a person: a person with several records must have been brought down to one before, since what is
/// promised about a release holds for a row.
/// </summary>
public sealed class PersonTable
{
    /// <param name="rows">Persons × attributes: places in the attributes' lists of codes.</param>
    /// <exception cref="ArgumentException">A row is of another length, or a place is outside its list.</exception>
    public PersonTable(IReadOnlyList<PublicVariable> attributes, IReadOnlyList<int[]> rows)
    {
        foreach (var row in rows)
        {
            if (row.Length != attributes.Count || row.Where((place, a) => (uint)place >= (uint)attributes[a].Codes.Count).Any())
            {
                throw new ArgumentException("Each row needs a place in the list of codes for every attribute.", nameof(rows));
            }
        }

        Attributes = attributes;
        Rows = rows;
    }

    public IReadOnlyList<PublicVariable> Attributes { get; }

    public IReadOnlyList<int[]> Rows { get; }
}
