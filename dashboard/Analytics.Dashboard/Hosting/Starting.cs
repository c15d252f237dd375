using Analytics.Dashboard.Access;
using Analytics.Dashboard.Settings;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Hosting;

/// <summary>Where settings come from, and the one line that says why they cannot be used.</summary>
public static class Starting
{
    private const string SettingsFile = "Analytics:Settings";
    private const int Failed = 1;

    /// <summary>Takes over what the settings file of the data folder says, which environment variables overrule.</summary>
    public static void AddSettingsFile(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[SettingsFile] is { Length: > 0 } path)
        {
            builder.Configuration.AddJsonFile(path, optional: true, reloadOnChange: false).AddEnvironmentVariables();
        }
    }

    /// <summary>Looks at the settings before anything is made of them.</summary>
    /// <returns>The exit code; null when the settings hold.</returns>
    public static async Task<int?> CheckSettingsAsync(this WebApplicationBuilder builder)
    {
        ICheckedOptions[] all = [new ProxyOptions(), new LimitOptions(), new OperatorOptions(), new Access.SessionOptions()];
        foreach (var options in all)
        {
            options.Read(builder.Configuration);
        }

        List<string> faults = [.. all.SelectMany(options => options.Faults)];
        return faults.Count == 0 ? null : await SayAsync(faults);
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunOrSayAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException fault)
        {
            return await SayAsync(fault.Failures);
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            return await SayAsync(faults.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures));
        }
    }

    private static async Task<int> SayAsync(IEnumerable<string> faults)
    {
        await Console.Error.WriteLineAsync(string.Join(' ', faults.Distinct(StringComparer.Ordinal)));
        return Failed;
    }
}
