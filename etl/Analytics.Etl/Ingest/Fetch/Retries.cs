using Polly;
using Polly.Retry;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>Tries again what failed for a passing reason: pauses that double, with jitter, or as long as the server asks.</summary>
internal static class Retries
{
    public static ResiliencePipeline Of(Patience patience, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientFailureException>(f => f.RetryAfter is null || f.RetryAfter <= patience.LongestPause),
            MaxRetryAttempts = patience.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = patience.FirstPause,
            MaxDelay = patience.LongestPause,
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as TransientFailureException)?.RetryAfter),
        })
        .Build();
}
