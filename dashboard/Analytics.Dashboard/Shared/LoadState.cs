using System.Data.Common;

namespace Analytics.Dashboard.Shared;

/// <summary>What a page can show of its data: nothing yet, a failure, no data at all, or a view, perhaps while the next is loading.</summary>
public sealed record LoadState<T>(T? View, bool IsLoading, bool HasFailed, bool IsEmpty)
    where T : class
{
    /// <summary>The database did not answer; what was there stays.</summary>
    public LoadState<T> Failed() => this with { IsLoading = false, HasFailed = true };

    /// <summary>The next view is on its way; what was there stays.</summary>
    public LoadState<T> Loading() => this with { IsLoading = true, HasFailed = false };
}

public static class LoadState
{
    public static LoadState<T> First<T>()
        where T : class => new(null, IsLoading: true, HasFailed: false, IsEmpty: false);

    public static LoadState<T> Ready<T>(T view)
        where T : class => new(view, IsLoading: false, HasFailed: false, IsEmpty: false);

    /// <summary>There is no data in the warehouse.</summary>
    public static LoadState<T> Empty<T>()
        where T : class => new(null, IsLoading: false, HasFailed: false, IsEmpty: true);
}

public static class LoadFault
{
    /// <summary>A database that is away, busy or being restarted: worth another try. Anything else is a bug and goes on.</summary>
    public static bool IsPassing(Exception fault) => fault is DbException or TimeoutException or IOException;
}
