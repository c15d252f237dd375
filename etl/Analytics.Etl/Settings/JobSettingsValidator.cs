using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Mappings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Analytics.Etl.Settings;

/// <summary>Makes the settings of the configuration's layers, for whoever asks the host for them.</summary>
internal sealed class JobSettingsFactory(
    IConfigurationRoot configuration,
    UpOptions options,
    IEnumerable<IConfigureOptions<JobSettings>> setups,
    IEnumerable<IPostConfigureOptions<JobSettings>> posts,
    IEnumerable<IValidateOptions<JobSettings>> validations) : OptionsFactory<JobSettings>(setups, posts, validations)
{
    protected override JobSettings CreateInstance(string name) => JobSettings.Of(configuration, options.Folder);
}

/// <summary>Lists every fault of the settings as key, value and what was expected.</summary>
internal sealed class JobSettingsValidator : IValidateOptions<JobSettings>
{
    public ValidateOptionsResult Validate(string? name, JobSettings options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>All of them in one line.</summary>
    public static string Line(IReadOnlyCollection<string> faults) =>
        $"the settings in {WorkerConfiguration.FileName} or the environment have {faults.Count} fault{(faults.Count == 1 ? "" : "s")}: {string.Join("; ", faults)}.";

    private static IEnumerable<string> Faults(JobSettings settings) =>
    [
        .. settings.KeyFaults,
        .. settings.Sources.SelectMany(Faults),
        .. settings.Inbox.Faults(),
        .. settings.Quarantine.Faults(),
        .. settings.Keep.Faults(),
        .. TwiceOwed(settings),
        .. Schedule("Publish", settings.PublishSchedule),
        .. Schedule(KeepSettings.Section, settings.Keep.Schedule),
    ];

    private static IEnumerable<string> Faults(SourceSettings source)
    {
        if (source.Id is JobSettings.Publish or JobSettings.Rebuild or JobSettings.Sweep || !source.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            yield return $"Sources:{source.Id} must be named in lower-case letters, digits and underscores, "
                + $"and not '{JobSettings.Publish}', '{JobSettings.Rebuild}' or '{JobSettings.Sweep}'";
        }

        if (FeedList.Find(source.Feed) is not { } feed)
        {
            yield return $"Sources:{source.Id}:Feed is '{source.Feed}', expected one of: {string.Join(", ", FeedList.Names)}";
        }
        else if (MappingFile.For(feed, source.Mapping, source.Id, out var fault) is null)
        {
            yield return $"Sources:{source.Id}:Mapping: {fault}";
        }

        foreach (var fault in source.ValueFaults.Concat(source.DutyFaults))
        {
            yield return $"Sources:{source.Id}:{fault}";
        }

        foreach (var fault in source.Fetch?.Faults() ?? [])
        {
            yield return $"Sources:{source.Id}:Fetch:{fault}";
        }

        if (CronFault(source.Schedule) is { } schedule)
        {
            yield return $"Sources:{source.Id}:Schedule {schedule}";
        }
    }

    private static IEnumerable<string> TwiceOwed(JobSettings settings) =>
        settings.Sources.SelectMany(s => s.Duties).GroupBy(duty => (duty.Feed, duty.Organisation)).Where(group => group.Count() > 1).Select(twice =>
            $"{twice.Key.Organisation} owes {twice.Key.Feed} reports by {twice.Count()} sources ({string.Join(", ", twice.Select(duty => duty.SourceId))}), expected one");

    private static IEnumerable<string> Schedule(string section, string? schedule) => CronFault(schedule) is { } fault ? [$"{section}:Schedule {fault}"] : [];

    private static string? CronFault(string? schedule) =>
        schedule is null || CronText.Is(schedule)
            ? null
            : $"is '{schedule}', expected a Quartz cron expression such as 0 0 5 * * ? (daily at 05:00)";
}
