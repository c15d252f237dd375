using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Etl.Hosting;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Telemetry;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics publish</c>: rebuilds what readers see, for all profiles, and attacks it.</summary>
internal static class PublishCommand
{
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the result as JSON." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("publish", "Rebuild what readers see, for all profiles, and attack it before it is released.") { s_json };
        command.SetAction(async (parsed, stop) =>
        {
            using var telemetry = WorkerTelemetry.OfCommand();
            await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "publish", time, new Screen(Console.Error), stop);
            try
            {
                var report = await new Refresh(database.Etl, time).RunAsync(stop);
                Console.WriteLine(parsed.GetValue(s_json) ? Json(report) : Text(report));
                return Exit.Done;
            }
            catch (PublicationBlockedException cause)
            {
                return Exit.Failed(cause.Message);
            }
        });
        return command;
    }

    private static string Text(PublishReport report) => string.Join(Environment.NewLine,
    [
        $"Publication {report.PublicationId}: {report.Cells} cells; withheld {string.Join(", ", report.Withheld.Select(profile => $"{profile.Value} for {profile.Key}"))}.",
        .. report.Loss.Where(cut => cut.Withheld > 0).Select(cut => string.Create(CultureInfo.InvariantCulture,
            $"  {cut.Profile,-9}{cut.Measure}, {(cut.Cut.Length == 0 ? "totals" : "by " + cut.Cut)}: {cut.Withheld} of {cut.Cells} cells withheld, {cut.Small} of them small; {cut.ShareWithheld:P0} of the count")),
    ]);

    private static string Json(PublishReport report) => JsonSerializer.Serialize(new
    {
        publication = report.PublicationId,
        data_as_of = report.DataAsOf,
        synthetic = report.Synthetic,
        cells = report.Cells,
        withheld = report.Withheld,
        information_loss = report.Loss.Select(cut => new
        {
            profile = cut.Profile, table = cut.Measure, cut = cut.Cut, cells = cut.Cells, small = cut.Small, withheld = cut.Withheld, share_withheld = cut.ShareWithheld,
        }),
    });
}
