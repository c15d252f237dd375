namespace Analytics.Database;

/// <summary>One statement of a script, run by itself so that a failure can be traced to its line.</summary>
/// <param name="Line">1-based line of the script on which the statement's text begins.</param>
internal readonly record struct Statement(string Text, int Line)
{
    /// <summary>Splits at semicolons outside quotes, dollar quotes and comments. Bodies of <c>begin atomic</c> are not known to it.</summary>
    public static IEnumerable<Statement> In(string script)
    {
        var start = 0;
        for (var at = 0; at < script.Length; at++)
        {
            if (script[at] == ';')
            {
                yield return Between(script, start, at);
                start = at + 1;
            }
            else
            {
                at = SkipQuoted(script, at);
            }
        }

        if (Between(script, start, script.Length) is { Text.Length: > 0 } rest && rest.Text.Split('\n').Any(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal)))
        {
            yield return rest;
        }
    }

    private static Statement Between(string script, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(script[start]))
        {
            start++;
        }

        return new Statement(script[start..end].TrimEnd(), 1 + script.AsSpan(0, start).Count('\n'));
    }

    /// <returns>The last position of the quote or comment that begins at <paramref name="at"/>, or that position itself.</returns>
    private static int SkipQuoted(string script, int at)
    {
        var rest = script.AsSpan(at);
        return script[at] switch
        {
            '-' when rest.StartsWith("--") => To(script, "\n", at + 2),
            '/' when rest.StartsWith("/*") => To(script, "*/", at + 2),
            '\'' => To(script, "'", at + 1),
            '"' => To(script, "\"", at + 1),
            '$' when rest[1..].IndexOf('$') is >= 0 and var tag && IsTag(rest.Slice(1, tag)) => To(script, script.Substring(at, tag + 2), at + tag + 2),
            _ => at,
        };
    }

    private static bool IsTag(ReadOnlySpan<char> tag)
    {
        foreach (var c in tag)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return tag.IsEmpty || !char.IsAsciiDigit(tag[0]);
    }

    private static int To(string script, string end, int from)
    {
        var found = script.IndexOf(end, Math.Min(from, script.Length), StringComparison.Ordinal);
        return found < 0 ? script.Length : found + end.Length - 1;
    }
}
