using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>Connection strings of the database roles, section <c>Analytics:Database</c>. The supervisor makes them anew at each start.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Analytics:Database";

    public string Ministry { get; set; } = "";
    public string Donor { get; set; } = "";
    public string Public { get; set; } = "";

    /// <summary>The role that sees <c>ops</c> and no facts.</summary>
    public string Admin { get; set; } = "";
}

public sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var faults = new (string Key, string Value)[]
            {
                (nameof(options.Ministry), options.Ministry),
                (nameof(options.Donor), options.Donor),
                (nameof(options.Public), options.Public),
                (nameof(options.Admin), options.Admin),
            }
            .Where(setting => string.IsNullOrWhiteSpace(setting.Value))
            .Select(setting => $"{DatabaseOptions.Section}:{setting.Key} is empty; a PostgreSQL connection string is expected. Start the dashboard with ./analytics up, which gives it one.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
