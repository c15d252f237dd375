using Analytics.Database;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Programmes;
using Analytics.Etl.Settings;
using Analytics.Etl.Templates;
using Dapper;
using Microsoft.Extensions.Hosting;

namespace Analytics.Etl.Supervision;

/// <summary>What is made ready before anything runs: the dashboard's logins, demonstration files, programmes, templates.</summary>
internal sealed class WarehouseService(UpOptions options, JobSettings settings, DatabaseService database, Screen screen, TimeProvider time) : IHostedService
{
    private Logins? _logins;

    /// <summary>Of the dashboard; there once this service has started.</summary>
    public Logins Logins => _logins ?? throw new InvalidOperationException("The logins are not made yet.");

    /// <summary>Whether readers would find nothing, or other figures in a minute: then what waits is loaded before the dashboard starts.</summary>
    public bool HasNews { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var access = database.Access;
        await database.PerseverAsync(token => access.WriteAuditAsync("up", "", token), cancellationToken);
        await database.PerseverAsync(token => BulkPath.SweepAsync(access.Etl, token), cancellationToken);
        await database.PerseverAsync(async token => _logins = await Logins.RenewAsync(access.Owner, access.ConnectionString, token), cancellationToken);
        HasNews = options.Demo && await new DemoFiles(options.Folder, time).WriteOnceAsync(screen, cancellationToken);
        await database.PerseverAsync(token => TakeProgrammesAsync(access, token), cancellationToken);
        await TemplateFiles.WriteAsync(options.Folder.Templates, settings, cancellationToken);
        await database.PerseverAsync(async token => HasNews |= !await IsPublishedAsync(access, token), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <remarks>A fault in a file is the file's; what was taken over before stays and everything else goes on.</remarks>
    private async Task TakeProgrammesAsync(DatabaseAccess access, CancellationToken cancellationToken)
    {
        if (ProgrammeFiles.AreIn(options.Folder.Programmes))
        {
            foreach (var fault in await new ProgrammeStore(access.Etl, time).LoadAsync(options.Folder.Programmes, cancellationToken))
            {
                screen.Report($"programmes not taken over: {fault}");
            }
        }
    }

    private static async Task<bool> IsPublishedAsync(DatabaseAccess access, CancellationToken cancellationToken)
    {
        await using var connection = await access.Owner.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select from pub.publication)", cancellationToken: cancellationToken));
    }
}
