using System.Buffers;
using Analytics.Domain;
using Analytics.Domain.Identifiers;

namespace Analytics.Etl.Feeds.Types;

/// <summary>One person token, or several joined by a bar: letters, digits and the marks of base-64 text, with at least one letter and one digit, which neither a name nor a number has; made by <c>./analytics encode</c>.</summary>
internal sealed class TokenType(bool many) : ColumnType
{
    private const int Least = 8;
    private const int Most = 8192;

    private static readonly SearchValues<byte> s_allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.:"u8);

    private static readonly SearchValues<byte> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly Problem s_problem = new("token", new LocalText(
        "a person token as ./analytics encode makes it, and no name or number",
        "токен лица, сделанный командой ./analytics encode, а не имя и не номер",
        "./analytics encode жасаган адам токени, ысым же номер эмес"));

    public override bool IsOpen => true;

    public override ValueContext Context => ValueContext.Reference;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        foreach (var part in value.Split((byte)'|'))
        {
            var token = value[part].Trim((byte)' ');
            if (token.IsEmpty)
            {
                continue;
            }

            if (token.Length is < Least or > Most || token.ContainsAnyExcept(s_allowed)
                || !token.ContainsAny(s_letters) || !token.ContainsAnyInRange((byte)'0', (byte)'9')
                || (!many && row.Field.Length > 0))
            {
                return s_problem;
            }

            if (row.Field.Length > 0)
            {
                row.Write((byte)'|');
            }

            row.Write(token);
        }

        return null;
    }
}
