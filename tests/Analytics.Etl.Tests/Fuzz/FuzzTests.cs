using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Commands;
using Analytics.Etl.Commands.Protect;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Analytics.Etl.Tests.Commands;
using Xunit.Abstractions;

namespace Analytics.Etl.Tests.Fuzz;

/// <summary>
/// Mutated files of every format: each is read or refused, within five seconds and with 600 MB more than the tests before have left
/// behind. <c>ANALYTICS_FUZZ</c> says how many
/// (hundreds without it) and <c>ANALYTICS_FUZZ_SEED</c> from which seed; what fails is named by its seed.
/// </summary>
[Collection(Shell.Name)]
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Usual = 450;
    private const int OtherProcessEvery = 100;
    private const long MostMegabytes = 600;

    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(5);

    private readonly TempFolder _folder = new();
    private readonly Mapping _mapping = Mapping.Canonical(FeedList.Find("hotline")!, "hotline");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_MutatedFiles_EachIsReadOrRefused()
    {
        var count = Setting("ANALYTICS_FUZZ") ?? Usual;
        var first = Setting("ANALYTICS_FUZZ_SEED") ?? 20_260_901;
        var (refused, rows, slowest, largest) = (0, 0L, TimeSpan.Zero, 0L);
        var faults = new List<string>();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Environment.WorkingSet;
        for (var i = 0; i < count; i++)
        {
            var original = (first + i) % MutatedFile.Names.Count;
            var name = MutatedFile.Names[original];
            var path = _folder.Write(name, MutatedFile.Make(original, first + i));
            var clock = Stopwatch.StartNew();
            try
            {
                var (read, why) = Read(path, name, SourceFile.OpenHere);
                rows += read;
                refused += why is null ? 0 : 1;
                if (i % OtherProcessEvery == 0 && Read(path, name, (file, settings, limits) => SourceFile.Open(file, settings, limits)) is var other && other != (read, why))
                {
                    faults.Add($"seed {first + i} ({name}): {read} rows, {why} here; {other.Rows}, {other.Refused} in a process of its own");
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                faults.Add($"seed {first + i} ({name}): {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Analytics", StringComparison.Ordinal))?.Trim()}");
            }

            if (clock.Elapsed > s_most)
            {
                // A busy machine makes any file slow once; a file that is to blame is slow again.
                clock.Restart();
                Read(path, name, SourceFile.OpenHere);
            }

            if (clock.Elapsed > s_most)
            {
                faults.Add($"seed {first + i} ({name}): {clock.Elapsed.TotalSeconds:0.0} s");
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            largest = Math.Max(largest, (Environment.WorkingSet - before) >> 20);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count} files from seed {first}: {refused} refused, {rows} rows read, slowest {slowest.TotalSeconds:0.00} s, at most {largest} MB more, {faults.Count} faults"));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(largest < MostMegabytes, $"{largest} MB more than before");
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private (long Rows, string? Refused) Read(string path, string name, Func<string, ReadSettings, Limits, ISourceRows> open)
    {
        ReadAsList(path, name);
        try
        {
            if (!ZipContents.IsArchive(path))
            {
                return (Load(path, open), null);
            }

            using var contents = ZipContents.Open(path);
            long rows = 0;
            for (var i = 0; i < contents.Count; i++)
            {
                rows += Load(contents.Unpack(i).Path, open);
            }

            return (rows, null);
        }
        catch (UnreadableFileException cause)
        {
            Assert.DoesNotContain('\n', cause.Message);
            return (0, cause.Message);
        }
    }

    /// <summary>As a load does, up to the database.</summary>
    private long Load(string path, Func<string, ReadSettings, Limits, ISourceRows> open)
    {
        using var rows = CorrectedRows.Over(open(path, _mapping.Reading, Limits.Usual));
        var mapping = DateOrder.Apply(_mapping, rows.HasFixedHeader, () => CorrectedRows.Over(open(path, _mapping.Reading, Limits.Usual)), out _);
        using var parser = RowParser.Create(mapping, rows, new DateOnly(2026, 11, 21), [], out var refusal);
        long read = 0;
        while (rows.Read())
        {
            read++;
            if (parser is not null && !parser.Parse(rows))
            {
                parser.RejectedFields(rows);
            }
        }

        Assert.True(parser is not null || refusal is not null);
        return read;
    }

    /// <summary>As <c>encode</c>, <c>link</c>, <c>estimate</c> and <c>protect</c> do.</summary>
    private static void ReadAsList(string path, string name)
    {
        if (name.EndsWith("csv", StringComparison.Ordinal))
        {
            TokenFile.Read(path, out _);
            using var histories = File.OpenText(path);
            CaptureHistoryFile.Read(histories);
            using var cells = File.OpenText(path);
            CellsFile.Read(cells, new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal), [], []);
        }
    }
}
