using Dapper;
using Npgsql;

namespace Analytics.Database;

/// <summary>
/// A reference file of <c>sql/reference</c>: <c>name.csv</c> is copied into the temporary table <c>reference_row</c> (all text, the
/// header's columns), and <c>name.sql</c> merges it by key. Their order is the order of their names.
/// </summary>
/// <param name="Script">Path of the SQL file, with a hash over both files, so that a change of either loads again.</param>
internal sealed record ReferenceTable(Script Script, string Csv)
{
    public static IReadOnlyList<ReferenceTable> All() =>
        [.. Script.In("reference").Select(merge =>
        {
            var csv = Script.Read(Path.ChangeExtension(merge.Path, ".csv"));
            return new ReferenceTable(merge with { Hash = Script.HashOf(merge.Hash + csv.Hash) }, csv.Text);
        })];

    public async Task LoadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var columns = Csv[..Csv.IndexOf('\n', StringComparison.Ordinal)].Split(',');
        if (Array.Find(columns, column => !column.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')) is { } odd)
        {
            throw new ScriptFailedException($"{Path.ChangeExtension(Script.Path, ".csv")}, line 1: column name '{odd}' must be lower-case letters, digits and underscores.");
        }

        // Column names come from our own embedded file and were checked above; identifiers cannot be parameters.
        await connection.ExecuteAsync($"create temporary table reference_row ({string.Join(", ", columns.Select(c => c + " text"))}) on commit drop");
        await using (var copy = await connection.BeginTextImportAsync("copy reference_row from stdin (format csv, header true)", token))
        {
            await copy.WriteAsync(Csv.AsMemory(), token);
        }

        await Migrator.RunAsync(connection, Script, token);
        await connection.ExecuteAsync("drop table reference_row");
    }
}
