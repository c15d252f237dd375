using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Fetch;
using Analytics.Etl.Warehouse.Reports;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Settings;

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

    /// <summary>Values that are none of their kind.</summary>
    public IReadOnlyList<string> ValueFaults { get; init; } = [];
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

    /// <summary>Keys that are no setting, and values that are none of their kind.</summary>
    public IReadOnlyList<string> KeyFaults { get; init; } = [];

    /// <summary>Reads the worker's settings; see <see cref="WorkerConfiguration"/>.</summary>
    /// <exception cref="SettingsException">With every fault in one line.</exception>
    public static JobSettings Read(DataFolder folder, bool demo)
    {
        var settings = Of(WorkerConfiguration.Read(folder), folder);
        return new JobSettingsValidator().Validate(null, settings) is { Failed: true, Failures: { } faults }
            ? throw new SettingsException(JobSettingsValidator.Line([.. faults]))
            : settings.For(demo);
    }

    /// <summary>The settings with or without the demonstration's sources.</summary>
    public JobSettings For(bool demo) => this with { Sources = [.. Sources.Where(s => demo || !s.Synthetic)] };

    /// <summary>The settings as they are written, with their faults.</summary>
    public static JobSettings Of(IConfiguration configuration, DataFolder folder) => new(
        [.. configuration.GetSection("Sources").GetChildren().Select(s => Source(s, folder))],
        Filled(configuration["Publish:Schedule"]))
    {
        Inbox = InboxSettings.Read(configuration.GetSection("Inbox")),
        Quarantine = QuarantineSettings.Read(configuration.GetSection("Quarantine")),
        Keep = KeepSettings.Read(configuration.GetSection(KeepSettings.Section)),
        KeyFaults = [.. SettingKeys.Faults(configuration), .. LogSettings.Faults(configuration)],
    };

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
            ValueFaults =
            [
                .. ((string[])["Synthetic", "DatedNames"])
                    .Where(key => Filled(section[key]) is { } text && !bool.TryParse(text, out _))
                    .Select(key => $"{key} is '{section[key]}', expected true or false"),
            ],
        };
    }

    private static bool Is(string? value) => bool.TryParse(value, out var given) && given;

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
