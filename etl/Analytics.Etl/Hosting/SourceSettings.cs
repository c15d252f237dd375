using Analytics.Etl.Feeds;
using Analytics.Etl.Fetch;
using Analytics.Etl.Mappings;
using Analytics.Etl.Pipeline;
using Analytics.Etl.Stages.Reports;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Hosting;

/// <summary>A configured source: a feed with an inbox, read by a job of the source's name.</summary>
/// <param name="Mapping">Name or path of a mapping; null for files in the feed's own layout.</param>
/// <param name="Schedule">Cron expression in Asia/Bishkek; null to run by hand only.</param>
/// <param name="Synthetic">Demonstration data, left out where the demonstration is off.</param>
/// <param name="DatedNames">Its files say in their names when they came; see <see cref="LoadSource"/>.</param>
/// <param name="Fetch">Where its job fetches new files from before it loads; null where files are only put into the inbox.</param>
internal sealed record SourceSettings(string Id, string Feed, string? Mapping, string? Schedule, bool Synthetic, FetchSettings? Fetch = null, bool DatedNames = false)
{
    public LoadSource Source => new(Id, Synthetic, Schedule, DatedNames);

    /// <summary>Who owes it a report for each month.</summary>
    public IReadOnlyList<ReportDuty> Duties { get; init; } = [];

    public IReadOnlyList<string> DutyFaults { get; init; } = [];
}

/// <summary>The jobs that are configured: the sources and the publication.</summary>
internal sealed record JobSettings(IReadOnlyList<SourceSettings> Sources, string? PublishSchedule)
{
    /// <summary>When a file in an inbox counts as finished.</summary>
    public InboxSettings Inbox { get; init; } = new();

    /// <summary>How long refused files are kept.</summary>
    public QuarantineSettings Quarantine { get; init; } = new();

    /// <summary>How long is kept what grows with every look.</summary>
    public KeepSettings Keep { get; init; } = new();

    public IReadOnlyCollection<ReportDuty> Duties => [.. Sources.SelectMany(source => source.Duties)];

    /// <summary>Name of the job that publishes.</summary>
    public const string Publish = "publish";

    /// <summary>Name of the job that makes core and mart again from raw.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>Name of the job that forgets what is kept no longer.</summary>
    public const string Sweep = "sweep";

    /// <summary>Names of all jobs.</summary>
    public IEnumerable<string> Jobs => [.. Sources.Select(s => s.Id), Rebuild, Sweep, Publish];

    /// <summary>Reads <c>appsettings.json</c> beside the program and, over it, the one in the data folder, where sources are added and changed.</summary>
    /// <exception cref="SettingsException">With every fault in one line.</exception>
    public static JobSettings Read(DataFolder folder, bool demo)
    {
        IConfigurationRoot configuration;
        try
        {
            configuration = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false)
                .AddJsonFile(folder.FileNamed("appsettings.json"), optional: true)
                .Build();
        }
        catch (Exception cause) when (cause is InvalidDataException or FormatException)
        {
            throw new SettingsException($"{folder.FileNamed("appsettings.json")} is not valid JSON: correct it or remove it.");
        }

        var settings = new JobSettings(
            [.. configuration.GetSection("Sources").GetChildren().Select(s => Source(s, folder))],
            Filled(configuration["Publish:Schedule"]))
        {
            Inbox = InboxSettings.Read(configuration.GetSection("Inbox")),
            Quarantine = QuarantineSettings.Read(configuration.GetSection("Quarantine")),
            Keep = KeepSettings.Read(configuration.GetSection(KeepSettings.Section)),
        };
        var faults = settings.Faults().ToList();
        return faults.Count == 0
            ? settings with { Sources = [.. settings.Sources.Where(s => demo || !s.Synthetic)] }
            : throw new SettingsException($"the sources in appsettings.json have {faults.Count} fault{(faults.Count == 1 ? "" : "s")}: {string.Join("; ", faults)}.");
    }

    private static SourceSettings Source(IConfigurationSection section, DataFolder folder)
    {
        var (duties, faults) = ReportSettings.Read(section.Key, section["Feed"] ?? "", section.GetSection("Reports"));
        return new SourceSettings(
            section.Key,
            section["Feed"] ?? "",
            Filled(section["Mapping"]),
            Filled(section["Schedule"]),
            Is(section["Synthetic"]),
            FetchSettings.Read(section.GetSection("Fetch"), folder),
            Is(section["DatedNames"]))
        {
            Duties = duties,
            DutyFaults = faults,
        };
    }

    private static bool Is(string? value) => bool.TryParse(value, out var given) && given;

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private IEnumerable<string> Faults()
    {
        foreach (var source in Sources)
        {
            if (source.Id is Publish or Rebuild or Sweep || !source.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            {
                yield return $"Sources:{source.Id} must be named in lower-case letters, digits and underscores, and not '{Publish}', '{Rebuild}' or '{Sweep}'";
            }

            if (FeedList.Find(source.Feed) is not { } feed)
            {
                yield return $"Sources:{source.Id}:Feed is '{source.Feed}', expected one of: {string.Join(", ", FeedList.Names)}";
            }
            else if (MappingFile.For(feed, source.Mapping, source.Id, out var fault) is null)
            {
                yield return $"Sources:{source.Id}:Mapping: {fault}";
            }

            foreach (var fault in source.DutyFaults)
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

        foreach (var fault in Inbox.Faults().Concat(Quarantine.Faults()).Concat(Keep.Faults()))
        {
            yield return fault;
        }

        foreach (var twice in Sources.SelectMany(s => s.Duties).GroupBy(duty => (duty.Feed, duty.Organisation)).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key.Organisation} owes {twice.Key.Feed} reports by {twice.Count()} sources ({string.Join(", ", twice.Select(duty => duty.SourceId))}), expected one";
        }

        if (CronFault(Keep.Schedule) is { } sweep)
        {
            yield return $"{KeepSettings.Section}:Schedule {sweep}";
        }

        if (CronFault(PublishSchedule) is { } publish)
        {
            yield return $"Publish:Schedule {publish}";
        }
    }

    private static string? CronFault(string? schedule) =>
        schedule is null || SchedulerService.IsSchedule(schedule)
            ? null
            : $"is '{schedule}', expected a Quartz cron expression such as 0 0 5 * * ? (daily at 05:00)";
}

/// <summary>The configuration cannot be used; one line with every fault.</summary>
internal sealed class SettingsException(string message) : Exception(message);
