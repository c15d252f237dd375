using Analytics.Demo.Cases;
using Analytics.Demo.Crimes;
using Analytics.Demo.Files;
using Analytics.Demo.People;

namespace Analytics.Demo;

/// <summary>What was written.</summary>
/// <param name="Files">Data files; the README is not one.</param>
/// <param name="Rows">Data rows in them.</param>
/// <param name="Refused">Null, or in one line why nothing or not all was written.</param>
internal sealed record DemoReport(int Files, long Rows, string? Refused)
{
    public static DemoReport Refuse(string why) => new(0, 0, why);
}

/// <summary>
/// Writes the synthetic source files: a sub-folder a source id, and a README.txt that says that nothing is real.
/// The totals are those of <see cref="DemoTargets"/>, as far as the years cover them.
/// </summary>
internal static class DemoWriter
{
    /// <param name="folder">Made when missing. Its own earlier files are replaced, a file of anybody else is never touched.</param>
    /// <param name="options">Must have no <see cref="DemoOptions.Fault"/>.</param>
    /// <param name="progress">Told of each source before its files are written.</param>
    public static DemoReport Write(string folder, DemoOptions options, IProgress<string>? progress = null)
    {
        if (options.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        try
        {
            var target = new DemoFolder(folder);
            if (target.InTheWay() is { } foreign)
            {
                return DemoReport.Refuse(NotOurs(folder, foreign));
            }

            var files = Files(options).ToList();
            foreach (var source in files.GroupBy(file => file.Source, StringComparer.Ordinal))
            {
                progress?.Report($"{source.Key}: {source.Count()} files, {source.Sum(file => file.Rows)} rows");
                foreach (var file in source)
                {
                    target.Write(Path.Combine(file.Source, file.Name), file.Write);
                }
            }

            target.RemoveOthers(files);
            target.Write(DemoReadme.Name, stream => DemoReadme.Write(stream, options));
            return new(files.Count, files.Sum(file => (long)file.Rows), Refused: null);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return DemoReport.Refuse($"cannot write the demo to {folder}: {cause.Message.TrimEnd('.')}. Give a folder that can be written to.");
        }
    }

    public static string NotOurs(string folder, string foreign) =>
        $"{folder} holds files that are not the demo's ({Path.GetRelativePath(folder, foreign)}); nothing was written. Give an empty or new folder.";

    private static IEnumerable<DemoFile> Files(DemoOptions options)
    {
        var people = new Population(CaseModel.Make(options), CrimeModel.Make(options), options);
        return
        [
            .. HotlineCsv.Files(people, options),
            .. NgoCaseXlsx.Files(people.Cases, options),
            .. NgoCaseJson.Files(people.Cases, options),
            .. NgoMonthlyCsv.Files(people.Cases, options),
            .. RegisterCrimeXml.Files(people.Crimes, options),
            .. RegisterEventCsv.Files(people.Crimes),
            .. EmploymentAgencyCsv.Files(options),
        ];
    }
}
