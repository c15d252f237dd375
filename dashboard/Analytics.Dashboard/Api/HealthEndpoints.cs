using Analytics.Dashboard.Access;
using Analytics.Dashboard.Shared;
using Analytics.Database;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Analytics.Dashboard.Api;

/// <summary>Whether the process lives (<c>/healthz</c>), and whether it can serve (<c>/readyz</c>): the framework's health checks.</summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", timeout: s_patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var text = report.Status == HealthStatus.Healthy ? "ok" : string.Join(' ', report.Entries.Values.Select(entry => entry.Description));
        return context.Response.WriteAsync(text);
    }
}

/// <summary>The database answers under each kind of role and is migrated.</summary>
public sealed class DatabaseCheck(ProfileDatabase figures, AdminDatabase admin) : IHealthCheck
{
    private const string Away = "the database does not answer, or is not migrated";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await AskAsync(figures.ForReadiness, "ready_figures.sql", cancellationToken);
            await AskAsync(admin.Source, "ready_accounts.sql", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault))
        {
            return HealthCheckResult.Unhealthy(Away, fault);
        }
    }

    private static async Task AskAsync(NpgsqlDataSource database, string file, CancellationToken token)
    {
        await using var command = database.CreateCommand(SqlText.Beside<DatabaseCheck>(file));
        await command.ExecuteScalarAsync(token);
    }
}
