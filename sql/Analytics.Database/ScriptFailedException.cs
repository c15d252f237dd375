using Npgsql;

namespace Analytics.Database;

/// <summary>A script of <c>sql/</c> failed: which one, at which line, with which SQL state. The database is as it was before.</summary>
public sealed class ScriptFailedException : Exception
{
    public ScriptFailedException(string message)
        : base(message)
    {
    }

    public ScriptFailedException(Script script, PostgresException cause)
        : base($"{script.Path}, line {Line(script.Text, cause)}: {cause.MessageText} (SQLSTATE {cause.SqlState})", cause)
    {
    }

    /// <remarks>The driver splits a script into statements, and the server counts from the start of the failing one.</remarks>
    private static int Line(string text, PostgresException cause)
    {
        var statement = cause.BatchCommand is { CommandText: { Length: > 0 } sql } ? Math.Max(0, text.IndexOf(sql, StringComparison.Ordinal)) : 0;
        var position = statement + Math.Max(0, cause.Position - 1);
        return 1 + text.AsSpan(0, Math.Min(position, text.Length)).Count('\n');
    }
}
