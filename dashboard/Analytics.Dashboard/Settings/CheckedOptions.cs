using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Settings;

/// <summary>Settings that know what is wrong with them.</summary>
public interface ICheckedOptions
{
    IReadOnlyList<string> Faults { get; }

    /// <summary>Takes the settings over, faults and all.</summary>
    void Read(IConfiguration configuration);
}

/// <summary>Refuses settings that have faults, before anything is served.</summary>
public sealed class FaultValidator<T> : IValidateOptions<T>
    where T : class, ICheckedOptions
{
    public ValidateOptionsResult Validate(string? name, T options) =>
        options.Faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Faults);
}

public static class CheckedOptions
{
    public static IServiceCollection AddCheckedOptions<T>(this IServiceCollection services)
        where T : class, ICheckedOptions
    {
        services.AddOptions<T>().Configure<IConfiguration>((options, configuration) => options.Read(configuration)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<T>, FaultValidator<T>>();
    }
}
