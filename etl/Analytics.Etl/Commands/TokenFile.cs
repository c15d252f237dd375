using Analytics.Domain.Linkage;

namespace Analytics.Etl.Commands;

/// <summary>A file of ids and person tokens, checked whole: one bad line refuses it, so that nothing is linked by half.</summary>
internal sealed record TokenFile(string Name, IReadOnlyList<string> Ids, TokenTable Table)
{
    private static readonly string[] s_plain = ["given_name", "family_name", "patronymic", "first_name", "last_name", "surname", "name", "full_name", "date_of_birth", "dob", "phone", "address", "passport", "pin", "inn"];

    /// <returns>The file, or null and what is wrong: file, line and expectation, never a value.</returns>
    public static TokenFile? Read(string path, out string fault)
    {
        if (ListFile.Read(path, column => column, out fault) is not { } list)
        {
            return null;
        }

        fault = HeaderFault(list);
        var (ids, tokens) = (new List<string>(list.Rows.Count), new List<PersonToken>(list.Rows.Count));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in list.Rows)
        {
            if (fault.Length > 0)
            {
                return null;
            }

            var id = list.Cell(row, "id");
            var token = PersonToken.Parse(list.Cell(row, "person_token"), out var tokenFault);
            fault = id.Length == 0 ? $"{list.Name}: line {row.Line}: the id is empty"
                : !seen.Add(id) ? $"{list.Name}: line {row.Line}: the id came before; every record needs its own"
                : token is null ? $"{list.Name}: line {row.Line}: the person_token {tokenFault}"
                : tokens.Count > 0 && !string.Equals(tokens[0].Round, token.Round, StringComparison.Ordinal)
                    ? $"{list.Name}: line {row.Line}: the person_token is of key round {token.Round}, those before of {tokens[0].Round}; encode the whole list with one key"
                : "";
            ids.Add(id);
            if (token is not null)
            {
                tokens.Add(token);
            }
        }

        return fault.Length > 0 ? null : new TokenFile(list.Name, ids, new TokenTable(tokens));
    }

    private static string HeaderFault(ListFile list)
    {
        var plain = list.Header.Where(column => s_plain.Contains(column, StringComparer.Ordinal)).ToArray();
        return plain.Length > 0 ? $"{list.Name}: the file carries plain personal columns ({string.Join(", ", plain)}); encode it first (analytics encode) and send only its output"
            : !list.Has("id") || !list.Has("person_token") ? $"{list.Name}: columns id and person_token were expected, as encode writes them"
            : "";
    }
}
