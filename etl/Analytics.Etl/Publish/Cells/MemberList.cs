using Analytics.Database;
using Analytics.Domain.Measures;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish.Cells;

/// <summary>The members that cells are made for: the regions and their districts, the codes of the lists, the destinations that occur. A place has cells for the periods in which it was there.</summary>
internal sealed class MemberList
{
    private readonly Dictionary<string, Member[]> _members;
    private readonly Dictionary<(string, string), Member> _byCode;

    private MemberList(IEnumerable<Member> members)
    {
        _members = members.GroupBy(member => member.Dimension, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _byCode = _members.Values.SelectMany(group => group).ToDictionary(member => (member.Dimension, member.Code));
    }

    public static async Task<MemberList> ReadAsync(NpgsqlConnection connection, CancellationToken token) =>
        new(await connection.QueryAsync<Member>(new CommandDefinition(SqlText.Beside<MemberList>("members.sql"), cancellationToken: token)));

    /// <summary>Codes in their order.</summary>
    public IEnumerable<string> Of(string dimension) => _members[dimension].Select(member => member.Code);

    /// <summary>Whether a code without a member (a total) or a member was there on any day of the period.</summary>
    public bool WasThere(string dimension, string code, Period period) =>
        !_byCode.TryGetValue((dimension, code), out var member) || (member.ValidFrom <= period.End && period.Start < member.ValidTo);

    public MemberList Without(string dimension, string code) =>
        new(_members.Values.SelectMany(group => group).Where(member => (member.Dimension, member.Code) != (dimension, code)));

    private sealed record Member(string Dimension, string Code, DateOnly ValidFrom, DateOnly ValidTo);
}
