using System.CommandLine;
using System.Text;
using Analytics.Domain.Linkage;

namespace Analytics.Etl.Commands;

/// <summary><c>encode</c>: a list with names in, the same ids with person tokens out. Needs no database and no network.</summary>
internal static class EncodeCommand
{
    /// <param name="clock">Tells the current year, after which nobody was born.</param>
    public static Command Create(TimeProvider clock)
    {
        var input = new Argument<FileInfo?>("IN.csv") { Description = "the list: id, and given_name, family_name, patronymic, date_of_birth, sex, place as far as they are present", Arity = ArgumentArity.ZeroOrOne };
        var output = new Argument<FileInfo?>("OUT.csv") { Description = "where to write id and person_token", Arity = ArgumentArity.ZeroOrOne };
        var key = new Option<FileInfo?>("--key-file") { Description = "the secret key of this linkage round, the same at every source" };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "YAML file that says how the list names its columns" };
        var newKey = new Option<FileInfo?>("--new-key") { Description = "write a fresh key file and stop" };
        var command = new Command("encode", "Turn names into person tokens at your own desk, offline.") { input, output, key, mapping, newKey };
        command.SetAction(parsed =>
        {
            var (from, to, keyFile, fresh) = (parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(key), parsed.GetValue(newKey));
            if (fresh is not null)
            {
                return from is null && keyFile is null ? WriteKey(fresh.FullName) : Exit.Usage("encode --new-key KEY only makes a key file; encode the list in a second call.");
            }

            if (from is null || to is null || keyFile is null)
            {
                return Exit.Usage("encode needs IN.csv, OUT.csv and --key-file KEY; make a key with: analytics encode --new-key KEY");
            }

            return Run(from.FullName, to.FullName, keyFile.FullName, parsed.GetValue(mapping)?.FullName, clock.GetLocalNow().Year);
        });
        return command;
    }

    private static int WriteKey(string path)
    {
        if (File.Exists(path))
        {
            return Exit.Failed($"{path}: a file is there already; a key in use is never overwritten.");
        }

        WritePrivately(path, LinkageKey.NewText() + "\n");
        Console.Error.WriteLine($"key written to {path}. Hand it to every source of this round by a safe way, never together with data, and never to the centre that links.");
        return Exit.Done;
    }

    private static int Run(string input, string output, string keyPath, string? mappingPath, int thisYear)
    {
        if (!File.Exists(keyPath))
        {
            return Exit.Failed($"{keyPath}: there is no such key file; make one with: analytics encode --new-key KEY");
        }

        if (LinkageKey.Read(File.ReadAllBytes(keyPath), out var fault) is not { } key)
        {
            return Exit.Failed($"{keyPath}: the key {fault}; make a good one with: analytics encode --new-key KEY");
        }

        var mapping = mappingPath is null ? EncodeMapping.None : EncodeMapping.Read(mappingPath, out fault);
        if (mapping is null || ListFile.Read(input, mapping.Rename, out fault) is not { } list)
        {
            return Exit.Failed(fault);
        }

        if (Faults(list, mapping) is { Count: > 0 } faults)
        {
            return Exit.Failed($"{list.Name}: {string.Join("; ", faults)}");
        }

        Warn(keyPath);
        var encoder = new PersonEncoder(key);
        var people = new PeopleReader(list, mapping, thisYear).ReadAll();
        var tokens = people.Select(p => p.Id).ToArray();
        Parallel.For(0, tokens.Length, i => tokens[i] = $"{Quote(people[i].Id)},{encoder.Encode(people[i].Fields)}");
        var order = Enumerable.Range(0, tokens.Length).OrderBy(i => encoder.ShuffleKey(people[i].Id), StringComparer.Ordinal);
        WriteWhole(output, "id,person_token\n" + string.Concat(order.Select(i => tokens[i] + "\n")));
        Report(list, people, key);
        return Exit.Done;
    }

    private static List<string> Faults(ListFile list, EncodeMapping mapping)
    {
        var faults = new List<string>();
        var missing = mapping.Columns.Where(c => !list.Has(c.Value)).Select(c => c.Key).ToArray();
        if (missing.Length > 0)
        {
            faults.Add($"the mapping names columns that the file does not have: {string.Join(", ", missing)}");
        }

        var fields = EncodeMapping.Fields.Where(field => list.Has(field) && list.Rows.Any(row => list.Cell(row, field).Length > 0)).ToArray();
        var isNamed = list.Has(EncodeMapping.FullName) && list.Rows.Any(row => list.Cell(row, EncodeMapping.FullName).Length > 0);
        if (fields.Length + (isNamed ? 2 : 0) < 3)
        {
            faults.Add($"fewer than three identifying fields ({(fields.Length == 0 ? "none" : string.Join(", ", fields))}); at least three of {string.Join(", ", EncodeMapping.Fields)} are needed, rename columns with --mapping");
        }

        if (!list.Has("id"))
        {
            faults.Add("there is no column id");
            return faults;
        }

        var without = list.Rows.Where(row => list.Cell(row, "id").Length == 0).Select(row => row.Line).ToArray();
        if (without.Length > 0)
        {
            faults.Add($"no id on {Lines(without)}");
        }

        var twice = list.Rows.GroupBy(row => list.Cell(row, "id"), StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() > 1).SelectMany(g => g.Skip(1)).Select(row => row.Line).Order().ToArray();
        if (twice.Length > 0)
        {
            faults.Add($"an id that came before stands again on {Lines(twice)}; every record needs its own");
        }

        return faults;
    }

    private static void Warn(string keyPath)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(keyPath) & Others) != UnixFileMode.None)
        {
            Console.Error.WriteLine($"note: other users of this computer can read the key; close it with: chmod 600 {keyPath}");
        }
    }

    /// <summary>What was done, in numbers and line numbers; no value of the list is repeated.</summary>
    private static void Report(ListFile list, List<Person> people, LinkageKey key)
    {
        var used = EncodeMapping.Fields.Prepend(EncodeMapping.FullName).Where(list.Has);
        var left = list.Header.Where(column => column is not ("" or "id" or EncodeMapping.FullName) && !EncodeMapping.Fields.Contains(column, StringComparer.Ordinal)).ToArray();
        Console.Error.WriteLine($"{list.Name}: {list.Rows.Count} records read, {people.Count} encoded from {string.Join(", ", used)}; key round {key.Fingerprint}");
        if (left.Length > 0)
        {
            Console.Error.WriteLine($"left out, as not asked for: {string.Join(", ", left)}");
        }

        if (people.Where(p => !p.DateRead).Select(p => p.Line).ToArray() is { Length: > 0 } undated)
        {
            Console.Error.WriteLine($"date_of_birth could not be read and counts as unknown on {Lines(undated)}");
        }

        if (people.Where(p => p.Fields.GivenName is null or "" || p.Fields.FamilyName is null or "").Select(p => p.Line).ToArray() is { Length: > 0 } halved)
        {
            Console.Error.WriteLine($"given or family name is missing, or a full name could not be taken apart, on {Lines(halved)}");
        }

        if (people.Where(p => PersonEncoder.UsableFields(p.Fields) < 3).Select(p => p.Line).ToArray() is { Length: > 0 } thin)
        {
            Console.Error.WriteLine($"fewer than three fields say something, so the token will hardly link, on {Lines(thin)}");
        }
    }

    private static string Lines(long[] lines)
    {
        var shown = string.Join(", ", lines.Take(10));
        return lines.Length == 1 ? $"line {shown}" : $"{lines.Length} lines ({shown}{(lines.Length > 10 ? ", …" : "")})";
    }

    private static string Quote(string id) => id.AsSpan().ContainsAny(",\"\r\n;") ? $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : id;

    /// <summary>All of the file or none of it: written beside, then moved over.</summary>
    private static void WriteWhole(string path, string text)
    {
        var beside = path + ".part";
        File.Delete(beside);
        WritePrivately(beside, text);
        File.Move(beside, path, overwrite: true);
    }

    private static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
        writer.Write(text);
    }
}
