using System.Text.Json;
using Analytics.Etl.Hosting;
using Analytics.Etl.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Analytics.Etl.Tests.Telemetry;

public sealed class LogLineTests : IDisposable
{
    private const string Name = "Асанов Бакыт";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Log_ExceptionQuotesAPerson_TellsKindsAndStateOnly(bool isJson)
    {
        var cause = new PostgresException($"invalid input syntax for type integer: \"{Name}\"", "ERROR", "ERROR", "22P02");

        var line = Write(isJson, log => log.RunFailed(7, "hotline", new InvalidOperationException($"{Name}.xlsx", cause)));

        Assert.DoesNotContain("Асанов", line, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", line, StringComparison.Ordinal);
        Assert.Contains("PostgresException 22P02", line, StringComparison.Ordinal);
        Assert.Contains("hotline", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_FieldHoldsAMessage_LeavesItOut() =>
        Assert.DoesNotContain("Асанов", Write(isJson: true, log => log.LogError("It failed: {ExceptionMessage}", Name)), StringComparison.Ordinal);

    [Fact]
    public void Log_Json_IsOneObjectWithItsFields()
    {
        var line = Write(isJson: true, log => log.RunEnded(12, "ngo_case", "done", 1.5, 2, 30, 20, 5, 1, 4));

        using var json = JsonDocument.Parse(line);
        Assert.Equal((201, "RunEnded"), (json.RootElement.GetProperty("event").GetInt32(), json.RootElement.GetProperty("name").GetString()));
        var fields = json.RootElement.GetProperty("fields");
        Assert.Equal(("12", "ngo_case", "done", "30", "4"), (
            Field("Run"), Field("Job"), Field("State"), Field("RowsRead"), Field("Rejected")));

        string? Field(string name) => fields.EnumerateObject().Single(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value.GetString();
    }

    [Fact]
    public void Log_Text_SaysTheSentence() =>
        Assert.EndsWith("Tests: Run 3 of publish began because of start", Write(isJson: false, log => log.RunBegan(3, "publish", "start")), StringComparison.Ordinal);

    private string Write(bool isJson, Action<ILogger> log)
    {
        var path = Path.Combine(_folder.Path, $"{Guid.NewGuid():n}.log");
        using (var provider = new FileLoggerProvider(path, isJson, TimeProvider.System))
        {
            log(provider.CreateLogger("Analytics.Tests"));
        }

        return Assert.Single(File.ReadAllLines(path));
    }
}
