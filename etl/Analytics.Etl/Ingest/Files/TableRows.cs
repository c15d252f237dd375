using System.Text;
using System.Text.RegularExpressions;
using Analytics.Contracts;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// The rows of a table without what people put between them: headers that are repeated, totals, notes and signatures, which are remarked and not
/// counted as rows. Then what a mapping asks for: values filled down, rows left out, columns made rows.
/// </summary>
internal sealed class TableRows : ISourceRows
{
    /// <summary>The line of a row that was a column: the line it stood in, and the number of the column in three digits.</summary>
    private const int LinesOfRow = 1000;

    private readonly ISourceRows _rows;
    private readonly TableSettings _settings;
    private readonly TableNoise? _noise;
    private readonly int[] _filled;
    private readonly byte[][] _last;
    private readonly (RowCondition Condition, int Column, Regex? Pattern)[] _conditions;
    private readonly (int Column, byte[] Label)[] _unpivoted;
    private readonly RowRemarks _remarks = new();
    private int _next;

    private TableRows(ISourceRows rows, TableSettings settings)
    {
        (_rows, _settings) = (rows, settings);
        _noise = rows.HasFixedHeader ? new TableNoise(rows) : null;
        _filled = [.. settings.FillDown.Select(name => Column(name, "fill_down"))];
        _last = new byte[rows.Header.Count][];
        _conditions = [.. settings.Where.Select(condition => (condition, ColumnOfCondition(condition.Column), condition.Matches is { } pattern ? SafePattern.Of(pattern) : null))];
        _unpivoted = settings.Unpivot is { } unpivot ? [.. Unpivoted(unpivot)] : [];
        _next = _unpivoted.Length;
        Header = settings.Unpivot is null ? rows.Header : [.. rows.Header, Unpivot.NameColumn, Unpivot.ValueColumn];
    }

    public Detected Detected => _rows.Detected;

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => _rows.HasFixedHeader;

    public long Line => _settings.Unpivot is null ? _rows.Line : (_rows.Line * LinesOfRow) + _next;

    public RowDamage Damage => _rows.Damage;

    public IReadOnlyList<FileRemark> Remarks => [.. _rows.Remarks, .. _remarks.All];

    public ReadOnlySpan<byte> this[int column] =>
        column == _rows.Header.Count ? _unpivoted[_next - 1].Label
        : column > _rows.Header.Count ? Value(_unpivoted[_next - 1].Column)
        : Value(column);

    /// <exception cref="UnreadableFileException">The file lacks a column that the settings name.</exception>
    public static ISourceRows Over(ISourceRows rows, TableSettings settings)
    {
        if (!rows.HasFixedHeader && settings == TableSettings.None)
        {
            return rows;
        }

        try
        {
            return new TableRows(rows, settings);
        }
        catch (UnreadableFileException)
        {
            rows.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        if (_settings.Unpivot is null)
        {
            return ReadRow();
        }

        while (true)
        {
            while (_next < _unpivoted.Length)
            {
                if (!FieldText.Trim(Value(_unpivoted[_next++].Column)).IsEmpty)
                {
                    return true;
                }
            }

            if (!ReadRow())
            {
                return false;
            }

            _next = 0;
            if (_rows.Damage != RowDamage.None)
            {
                // A broken row is one row, and rejected.
                _next = _unpivoted.Length;
                return true;
            }
        }
    }

    public void Dispose() => _rows.Dispose();

    private ReadOnlySpan<byte> Value(int column) => _filled.Length > 0 && _last[column] is { } filled && _filled.Contains(column) && FieldText.Trim(_rows[column]).IsEmpty ? filled : _rows[column];

    private bool ReadRow()
    {
        while (_rows.Read())
        {
            if (_noise?.Look() is { } what)
            {
                _remarks.Add(what, _rows.Line);
                continue;
            }

            if (_rows.Damage == RowDamage.None)
            {
                FillDown();
                if (!Array.TrueForAll(_conditions, Holds))
                {
                    _remarks.Add(FileRemark.Filtered, _rows.Line);
                    continue;
                }
            }

            return true;
        }

        return false;
    }

    private void FillDown()
    {
        foreach (var column in _filled)
        {
            if (FieldText.Trim(_rows[column]) is { IsEmpty: false } value)
            {
                _last[column] = value.ToArray();
            }
        }
    }

    private bool Holds((RowCondition Condition, int Column, Regex? Pattern) check)
    {
        var value = check.Column < 0 ? "" : Encoding.UTF8.GetString(FieldText.Trim(Value(check.Column)));
        return (check.Condition.Is is null || check.Condition.Is.Contains(value, StringComparer.OrdinalIgnoreCase))
            && !check.Condition.IsNot.Contains(value, StringComparer.OrdinalIgnoreCase)
            && (check.Condition.Empty is not { } empty || empty == (value.Length == 0))
            && check.Pattern?.IsMatch(value) != false;
    }

    /// <summary>A file of JSON or XML may lack what is unknown in all of its records.</summary>
    private int ColumnOfCondition(string name) => !_rows.HasFixedHeader && HeaderIndex.Of(name, _rows.Header) < 0 ? -1 : Column(name, "where");

    private int Column(string name, string key) => HeaderIndex.Of(name, _rows.Header) is >= 0 and var index ? index : throw new UnreadableFileException(new LocalText(
        "the file lacks the column '{0}', which the mapping names under {1}",
        "в файле нет столбца «{0}», указанного в сопоставлении в разделе {1}",
        "дал келтирүүнүн {1} бөлүмүндө көрсөтүлгөн «{0}» тилкеси файлда жок").With(name, key));

    private List<(int Column, byte[] Label)> Unpivoted(Unpivot unpivot)
    {
        var found = new List<(int Column, byte[] Label)>();
        foreach (var (name, label) in unpivot.Columns)
        {
            var columns = ReadSettings.IsPattern(name)
                ? _rows.Header.Index().Where(header => ReadSettings.Names(name, header.Item)).Select(header => header.Index)
                : [Column(name, "unpivot")];
            found.AddRange(columns.Select(column => (column, Encoding.UTF8.GetBytes(label ?? _rows.Header[column].Split('/')[^1]))));
        }

        return found.Count is > 0 and < LinesOfRow ? found : throw new UnreadableFileException(new LocalText(
            "the file has {0} columns that the mapping makes rows (unpivot); expected 1 to {1}",
            "в файле {0} столбцов, которые сопоставление превращает в строки (unpivot); ожидается от 1 до {1}",
            "файлда дал келтирүү сапка айланткан (unpivot) {0} тилке бар; 1ден {1}ге чейин күтүлөт").With(found.Count, LinesOfRow - 1));
    }
}
