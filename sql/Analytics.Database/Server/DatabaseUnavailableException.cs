namespace Analytics.Database.Server;

/// <summary>
/// There is no database to work with, for a reason outside this program: the message is one line that says what is
/// wrong and what to do, without any password, and is shown to the user as it is.
/// </summary>
public sealed class DatabaseUnavailableException : Exception
{
    public DatabaseUnavailableException(string message) : base(message)
    {
    }

    public DatabaseUnavailableException(string message, Exception cause) : base(message, cause)
    {
    }
}
