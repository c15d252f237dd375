using OpenTelemetry.Exporter;

namespace Analytics.Database.Telemetry;

/// <summary>Where traces and metrics are sent: an OTLP endpoint, as OpenTelemetry's own settings name it.</summary>
public sealed record OtlpTarget(Uri Endpoint, OtlpExportProtocol Protocol)
{
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <param name="setting">The value of a setting by its key.</param>
    /// <param name="fault">What is wrong with the settings, in one line; then nothing is sent and the work goes on.</param>
    /// <returns>Null where no endpoint is set, or where it cannot be one.</returns>
    public static OtlpTarget? Read(Func<string, string?> setting, out string? fault)
    {
        fault = null;
        if (setting(EndpointKey) is not { Length: > 0 } endpoint)
        {
            return null;
        }

        OtlpExportProtocol? protocol = setting(ProtocolKey) switch
        {
            null or "" or "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            _ => null,
        };
        if (protocol is null)
        {
            fault = Fault(ProtocolKey, setting(ProtocolKey)!, "grpc or http/protobuf");
        }
        else if (Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            && (address.Scheme is "http" or "https") && address.UserInfo.Length == 0)
        {
            return new OtlpTarget(address, protocol.Value);
        }
        else
        {
            fault = Fault(EndpointKey, endpoint, "an http or https address without a password in it, such as http://localhost:4317");
        }

        return null;
    }

    /// <summary>Where one signal is sent: over HTTP each has a path of its own below the endpoint.</summary>
    /// <param name="signal"><c>traces</c> or <c>metrics</c>.</param>
    public Uri EndpointOf(string signal) =>
        Protocol == OtlpExportProtocol.Grpc ? Endpoint : new Uri($"{Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v1/{signal}");

    private static string Fault(string key, string value, string expected) =>
        $"{key} is '{Shown(value)}', expected {expected}: telemetry is not sent.";

    // What stands before an @ may be a password.
    private static string Shown(string value) =>
        (value.LastIndexOf('@') is var at and >= 0 ? $"…{value[at..]}" : value).ReplaceLineEndings(" ");
}

/// <summary>Where telemetry goes, if anywhere, and what is wrong with the settings that say so.</summary>
public sealed record OtlpSetting(OtlpTarget? Target, string? Fault);
