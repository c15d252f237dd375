using System.Diagnostics;
using Analytics.Domain;
using Npgsql;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>Exceptions that one file brought about, told from those that would meet every file: the one is refused, the others end the work.</summary>
internal static class FileFault
{
    private static readonly LocalText s_database = new(
        "the database cannot hold a value of the file (SQLSTATE {0}); nothing of it was kept",
        "база данных не может принять значение из файла (SQLSTATE {0}); ничего из него не сохранено",
        "маалымат базасы файлдагы маанини сактай албайт (SQLSTATE {0}); андан эч нерсе сакталган жок");

    private static readonly LocalText s_fault = new(
        "the file met a fault of the program ({0}); nothing of it was kept, and the others are loaded",
        "на файле произошла ошибка программы ({0}); ничего из него не сохранено, остальные загружаются",
        "файлда программанын катасы чыкты ({0}); андан эч нерсе сакталган жок, калгандары жүктөлөт");

    /// <returns>Why the file is refused; null when it is not the file's fault.</returns>
    public static LocalText? Of(Exception cause) => cause switch
    {
        // Classes of SQLSTATE: 22 data, 23 integrity, 54 limits of the server.
        PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] } refused => s_database.With(refused.SqlState),
        NpgsqlException or OperationCanceledException or IOException or UnauthorizedAccessException or OutOfMemoryException => null,
        _ => s_fault.With(Place(cause)),
    };

    /// <summary>The kind of an exception and the method of ours that it came from: its message may quote a file.</summary>
    public static string Place(Exception cause)
    {
        var frames = new StackTrace(cause).GetFrames().Select(frame => frame.GetMethod()).OfType<System.Reflection.MethodBase>().ToList();
        var method = frames.Find(m => m.DeclaringType?.FullName?.StartsWith("Analytics.", StringComparison.Ordinal) == true) ?? frames.FirstOrDefault();
        return method is null ? cause.GetType().Name : $"{cause.GetType().Name} in {method.DeclaringType?.Name}.{method.Name}";
    }
}
