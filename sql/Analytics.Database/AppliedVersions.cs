namespace Analytics.Database;

/// <summary>What a database's ledger of applied scripts says against going on with the scripts of this version.</summary>
public static class AppliedVersions
{
    private const string Schema = "schema/";
    private const string Migrations = "migrations/";

    /// <summary>What to do with tables that were made by the migrations that came before the schema.</summary>
    public const string CarryOver =
        "run ./analytics carry export FILE on it, start with an empty data folder or database, load the sources again, "
        + "then run ./analytics carry import FILE there";

    /// <summary>Whether scripts are those of the first tables, which grew by migrations alone and which no version goes on from.</summary>
    public static bool AreOfBeforeTheSchema(IReadOnlyCollection<string> paths) =>
        paths.Any(path => path.StartsWith(Migrations, StringComparison.Ordinal))
        && !paths.Any(path => path.StartsWith(Schema, StringComparison.Ordinal));

    /// <param name="applied">The hash of each applied script by its path.</param>
    /// <param name="versions">The scripts that this version runs once.</param>
    /// <returns>One clause that says what to do; null when nothing speaks against it.</returns>
    public static string? Fault(IReadOnlyDictionary<string, string> applied, IReadOnlyList<Script> versions)
    {
        if (AreOfBeforeTheSchema([.. applied.Keys]))
        {
            return "its tables were made before sql/schema, by migrations that this version does not have, and stay as they are; "
                + $"{CarryOver}.";
        }

        if (versions.FirstOrDefault(script => applied.TryGetValue(script.Path, out var hash) && hash != script.Hash) is { } edited)
        {
            return $"{edited.Path} was changed after it was applied to this database; put its text back and add a new migration instead.";
        }

        return applied.Keys.Any(path => path.StartsWith(Schema, StringComparison.Ordinal))
            && versions.FirstOrDefault(
                script => script.Path.StartsWith(Schema, StringComparison.Ordinal) && !applied.ContainsKey(script.Path)) is { } late
            ? $"{late.Path} is not among the scripts that this database was made by; make it a migration, which databases run that are "
                + "there already."
            : null;
    }
}
