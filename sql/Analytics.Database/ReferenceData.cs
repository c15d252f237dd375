using Npgsql;

namespace Analytics.Database;

/// <summary>Reference data outside of migrations.</summary>
public static class ReferenceData
{
    /// <summary>Merges one file of <c>sql/reference</c> by key again.</summary>
    /// <param name="name">The file's name without folder and extension.</param>
    /// <param name="connection">In a transaction.</param>
    public static Task LoadAsync(NpgsqlConnection connection, string name, CancellationToken token) =>
        ReferenceTable.All().Single(table => Path.GetFileNameWithoutExtension(table.Script.Path) == name).LoadAsync(connection, token);
}
