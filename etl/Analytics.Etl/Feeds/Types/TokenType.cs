using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;
using Analytics.Domain.Linkage;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// One person token, or several joined by a bar, as <c>./analytics encode</c> makes them. What fails its checksum is no token, so a
/// name or number that came by mistake can neither be loaded nor kept for replay.
/// </summary>
/// <param name="rounds">Rounds that are open; none stands for any.</param>
internal sealed class TokenType(bool many, IReadOnlyCollection<string> rounds) : ColumnType
{
    private static readonly Problem s_problem = new("token", new LocalText(
        "a person token as ./analytics encode makes it, and no name or number",
        "токен лица, сделанный командой ./analytics encode, а не имя и не номер",
        "./analytics encode жасаган адам токени, ысым же номер эмес"));

    private static readonly Problem s_schema = new("token_schema", new LocalText(
        "a person token of schema pt1: encode the list again with this version of analytics",
        "токен лица схемы pt1: закодируйте список заново этой версией analytics",
        "pt1 схемасындагы адам токени: тизмени analytics программасынын ушул версиясы менен кайра коддоңуз"));

    private static readonly Problem s_truncated = new("token_truncated", new LocalText(
        $"a whole person token of {PersonToken.Length} characters; this one was cut off or damaged on its way",
        $"целый токен лица из {PersonToken.Length} знаков; этот обрезан или повреждён по дороге",
        $"{PersonToken.Length} белгиден турган бүтүн адам токени; бул жолдо кесилген же бузулган"));

    private static readonly Problem s_round = new("token_round", new LocalText(
        "a person token of a linkage round that is open: encode the list with the key of that round",
        "токен лица открытого раунда связывания: закодируйте список ключом этого раунда",
        "ачык байланыштыруу айлампасынын адам токени: тизмени ошол айлампанын ачкычы менен коддоңуз"));

    public override ValueContext Context => ValueContext.Reference;

    public override bool KeptWhenRejected => false;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        foreach (var part in value.Split((byte)'|'))
        {
            var token = value[part].Trim((byte)' ');
            if (token.IsEmpty)
            {
                continue;
            }

            if (ProblemOf(token) is { } problem)
            {
                return problem;
            }

            if (row.Field.Length > 0)
            {
                if (!many)
                {
                    return s_problem;
                }

                row.Write((byte)'|');
            }

            row.Write(token);
        }

        return null;
    }

    private Problem? ProblemOf(ReadOnlySpan<byte> utf8)
    {
        var token = PersonToken.Read(Encoding.UTF8.GetString(utf8), out var fault);
        return token is null ? Word(fault) : rounds.Count == 0 || rounds.Contains(token.Round, StringComparer.Ordinal) ? null : s_round;
    }

    private static Problem Word(TokenFault fault) => fault switch
    {
        TokenFault.OtherSchema => s_schema,
        TokenFault.Truncated or TokenFault.Damaged => s_truncated,
        _ => s_problem,
    };
}
