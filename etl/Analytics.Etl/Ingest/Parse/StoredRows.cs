using System.Text.Json;
using Analytics.Contracts;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>Rejected rows as they are kept for replay, read like the file they came from.</summary>
/// <param name="rows">Line and fields as JSON, in the order of the file.</param>
internal sealed class StoredRows(Mapping mapping, IReadOnlyList<(long Line, string Fields)> rows) : ISourceRows
{
    private readonly Utf8Fields _fields = new();
    private int _next;

    public Detected Detected { get; } = new("replayed");

    public IReadOnlyList<string> Header { get; } =
        [.. mapping.Columns.Values.SelectMany(c => c.Reads).Distinct(StringComparer.Ordinal), .. mapping.Columns.Values.Any(c => c is RowHash) ? [RowHashReader.KeptUnder] : (string[])[]];

    public bool HasFixedHeader => true;

    public long Line => rows[_next - 1].Line;

    public RowDamage Damage => RowDamage.None;

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public bool Read()
    {
        if (_next == rows.Count)
        {
            return false;
        }

        using var fields = JsonDocument.Parse(rows[_next++].Fields);
        var byName = fields.RootElement.EnumerateObject().ToDictionary(f => HeaderName.Fold(f.Name), f => f.Value.GetString(), StringComparer.Ordinal);
        _fields.Load([.. Header.Select(name => byName.GetValueOrDefault(HeaderName.Fold(name)))]);
        return true;
    }

    public void Dispose()
    {
        // The rows are in memory.
    }
}
