using System.Diagnostics;

namespace Analytics.Etl.Stages.Publish;

/// <summary>The steps of a publication as spans, for traces and for <c>bench publish</c>.</summary>
internal static class PublicationTrace
{
    public const string SourceName = "Analytics.Etl.Publish";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <returns>Ends the step when disposed; null where nobody listens.</returns>
    public static Activity? Step(string name) => s_source.StartActivity(name);

    public static async Task StepAsync(string name, Func<Task> work)
    {
        using var step = Step(name);
        await work();
    }
}
