using Analytics.Database.Tests.Etl;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.History;

/// <summary>Loads a file of <c>sql/reference</c> in another state, as a start of the product does after the file was edited.</summary>
internal static class EditedReference
{
    /// <param name="name">The file's name without folder and extension.</param>
    /// <param name="replaced">Lines of the file, each with the lines that come in its place.</param>
    /// <param name="added">Lines that come at its end.</param>
    public static async Task LoadAsync(EtlFixture fixture, string name, IReadOnlyDictionary<string, string[]>? replaced = null, params string[] added)
    {
        var table = ReferenceTable.All().Single(one => Path.GetFileNameWithoutExtension(one.Script.Path) == name);
        var lines = table.Csv.TrimEnd('\n').Split('\n').SelectMany(line =>
            replaced?.FirstOrDefault(one => line.StartsWith(one.Key + ",", StringComparison.Ordinal)) is { Key: not null } found ? found.Value : [line]);
        await using var owner = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("set local role analytics_owner");
        await (table with { Csv = string.Join('\n', [.. lines, .. added]) + "\n" }).LoadAsync(connection, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
