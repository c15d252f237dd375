using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>What the columns of a file look like by their first values: kinds of content, and none of the values.</summary>
internal sealed class FileShape(IReadOnlyList<string> header)
{
    public const string Empty = "empty";
    public const string Mixed = "mixed";
    public const string Date = "date";
    public const string Whole = "whole number";
    public const string Number = "number";
    public const string Words = "words";

    private const int SampleRows = 1000;
    private const double Most = 0.8;

    private static readonly string[] s_kinds = [Date, Whole, Number, Words];

    private readonly int[,] _counts = new int[header.Count, s_kinds.Length];
    private int _rows;

    /// <summary>Takes the current row into account while the sample is not full.</summary>
    public void Look(ISourceRows rows)
    {
        if (_rows >= SampleRows || rows.Damage != RowDamage.None)
        {
            return;
        }

        _rows++;
        for (var column = 0; column < header.Count; column++)
        {
            if (rows[column].Trim(" \t"u8) is { IsEmpty: false } value)
            {
                _counts[column, Array.IndexOf(s_kinds, KindOf(value))]++;
            }
        }
    }

    /// <summary>The kind of each column, by its name in the file.</summary>
    public IReadOnlyDictionary<string, string> Kinds()
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < header.Count; column++)
        {
            var counts = Enumerable.Range(0, s_kinds.Length).Select(kind => _counts[column, kind]).ToArray();
            var all = counts.Sum();
            var first = Array.IndexOf(counts, counts.Max());
            kinds[header[column]] = all == 0 ? Empty : counts[first] >= Most * all ? s_kinds[first] : Mixed;
        }

        return kinds;
    }

    public static string KindOf(ReadOnlySpan<byte> value)
    {
        int digits = 0, separators = 0, points = 0, others = 0;
        for (var i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case >= (byte)'0' and <= (byte)'9':
                    digits++;
                    break;
                case (byte)'-' or (byte)'+' when i == 0:
                    break;
                case (byte)'-' or (byte)'/' or (byte)':' or (byte)' ' or (byte)'T' or (byte)'Z' or (byte)'+':
                    separators++;
                    break;
                case (byte)'.' or (byte)',':
                    points++;
                    break;
                default:
                    others++;
                    break;
            }
        }

        return others > 0 || digits == 0 ? Words
            : digits >= 6 && (separators >= 1 || points == 2) ? Date
            : separators > 0 || points > 1 ? Words
            : points == 1 ? Number
            : Whole;
    }
}
