using Npgsql;

namespace Analytics.Database;

/// <summary>A script of <c>sql/</c> failed: which one, at which line, with which SQL state. The database is as it was before.</summary>
public sealed class ScriptFailedException : Exception
{
    public ScriptFailedException(string message)
        : base(message)
    {
    }

    internal ScriptFailedException(string path, Statement statement, PostgresException cause)
        : base($"{path}, line {Line(statement, cause)}: {cause.MessageText} (SQLSTATE {cause.SqlState})", cause)
    {
    }

    private static int Line(Statement statement, PostgresException cause) =>
        statement.Line + statement.Text.AsSpan(0, Math.Clamp(cause.Position - 1, 0, statement.Text.Length)).Count('\n');
}
