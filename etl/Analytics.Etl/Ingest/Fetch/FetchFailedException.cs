namespace Analytics.Etl.Ingest.Fetch;

/// <summary>The fetch cannot go on; one line that says why and what to do, without a secret or a value.</summary>
internal class FetchFailedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The other side was away, busy or broke off: it is worth another try.</summary>
/// <param name="retryAfter">How long it asked to be left alone.</param>
internal sealed class TransientFailureException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : FetchFailedException(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>Records went away between two pages, so that one may have slipped from the later into the earlier.</summary>
internal sealed class PagesMovedException() : FetchFailedException("records kept going away while the pages were read; the next run tries again");

/// <summary>There is nothing at an address.</summary>
internal sealed class PageMissingException(string message) : FetchFailedException(message);
