using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Database.Accounts;

/// <summary>A code that stands in for a lost phone, once. It is 80 random bits, so that a plain hash of it is enough.</summary>
public static class RecoveryCode
{
    /// <summary>How many an account gets.</summary>
    public const int Count = 10;

    // Thirty-two signs, none of which is taken for another on paper.
    private const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int GroupLength = 4;
    private const int Groups = 4;

    public static IReadOnlyList<string> NewSet() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, GroupLength))))];

    /// <summary>Of the code as it was typed: blanks, hyphens and capitals do not count.</summary>
    internal static string Hash(long accountId, string code)
    {
        var signs = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"recovery {accountId} {signs}"))));
    }
}
