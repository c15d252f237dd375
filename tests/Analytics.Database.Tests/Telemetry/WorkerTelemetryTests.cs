using Analytics.Database.Telemetry;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Analytics.Etl.Telemetry;

namespace Analytics.Database.Tests.Telemetry;

public sealed class WorkerTelemetryTests(EtlFixture warehouse) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task LoadAndRefresh_CollectorConfigured_SendsSpansAndMetersWithoutValuesOfRows()
    {
        using var collector = new OtlpCollector();
        var said = new List<string>();
        using (WorkerTelemetry.Start(collector.Setting, said.Add))
        {
            await warehouse.LoadLinesAsync(
                "hotline", "contact_id,started_at,channel", "unmistakable-7391,2026-03-01T10:00:00,phone", "unmistakable-7392,no date,phone");
            await new Refresh(warehouse.Etl, warehouse.Time).RunAsync(CancellationToken.None);
        }

        Assert.Empty(said);
        var (traces, metrics) = (collector.Received("traces"), collector.Received("metrics"));
        Assert.All(["load", "refresh", "link", "estimate", "publish"], stage => Assert.Contains(stage, traces, StringComparison.Ordinal));
        Assert.All(
            ["analytics.load.rows", "analytics.stage.duration", "analytics.publication.cells", "rejected", "hotline"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All([traces, metrics], sent => Assert.DoesNotContain("unmistakable", sent, StringComparison.Ordinal));
        Assert.Empty(collector.Received("logs"));
    }

    [Fact]
    public async Task Start_NobodyListensThere_SaysSoOnceAndWorkGoesOn()
    {
        var said = new List<string>();
        var endpoint = $"http://127.0.0.1:{OtlpCollector.FreePort()}/";
        string? Setting(string key) => key == OtlpTarget.EndpointKey ? endpoint : "http/protobuf";
        using (WorkerTelemetry.Start(Setting, said.Add))
        {
            Assert.Equal(7, await Stage.RunAsync("publish", () => Task.FromResult(7)));
        }

        Assert.Contains(endpoint, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StageThrows_SendsThatItFailedAndNothingOfTheMessage()
    {
        using var collector = new OtlpCollector();
        using (WorkerTelemetry.Start(collector.Setting, _ => { }))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Stage.RunAsync<int>("doomed", () => throw new InvalidOperationException("unmistakable value of a row")));
        }

        Assert.Contains("doomed", collector.Received("traces"), StringComparison.Ordinal);
        Assert.Contains("failed", collector.Received("traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("unmistakable", collector.Received("traces"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:4317", null, "OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost:4317', expected an http or https address")]
    [InlineData("ftp://localhost", null, "OTEL_EXPORTER_OTLP_ENDPOINT is 'ftp://localhost', expected an http or https address")]
    [InlineData("http://user:word@localhost:4317", null, "OTEL_EXPORTER_OTLP_ENDPOINT is '…@localhost:4317', expected an http or https address")]
    [InlineData("http://localhost:70000", null, "OTEL_EXPORTER_OTLP_ENDPOINT is 'http://localhost:70000', expected an http or https address")]
    [InlineData("http://localhost:4317", "carrier pigeon", "OTEL_EXPORTER_OTLP_PROTOCOL is 'carrier pigeon', expected grpc or http/protobuf")]
    public void Read_WrongSetting_IsOneLineWithKeyValueAndLimit(string endpoint, string? protocol, string line)
    {
        Assert.Null(OtlpTarget.Read(asked => asked == OtlpTarget.EndpointKey ? endpoint : protocol, out var fault));
        Assert.StartsWith(line, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4318", "http/protobuf", "http://localhost:4318/v1/traces")]
    [InlineData("http://localhost/otlp/", "http/protobuf", "http://localhost/otlp/v1/traces")]
    [InlineData("http://localhost:4317/", "grpc", "http://localhost:4317/")]
    public void EndpointOf_Protocol_HasPathOfSignalOverHttpAlone(string endpoint, string protocol, string expected)
    {
        var target = OtlpTarget.Read(asked => asked == OtlpTarget.EndpointKey ? endpoint : protocol, out _);
        Assert.Equal(expected, target!.EndpointOf("traces").ToString());
    }
}
