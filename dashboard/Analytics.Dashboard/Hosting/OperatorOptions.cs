using Analytics.Dashboard.Settings;

namespace Analytics.Dashboard.Hosting;

/// <summary>Who may read an address that is meant for whoever runs the server.</summary>
public enum OperatorAccess
{
    /// <summary>Programs on the same machine, and signed-in administrators.</summary>
    Local,

    /// <summary>Signed-in administrators.</summary>
    Administrators,

    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Nobody.</summary>
    Off,
}

/// <summary>Which addresses for whoever runs the server are open to whom, section <c>Analytics:Operator</c>.</summary>
public sealed class OperatorOptions : ICheckedOptions
{
    public const string Section = "Analytics:Operator";

    /// <summary>Of <c>/metrics</c>.</summary>
    public OperatorAccess Metrics { get; private set; }

    /// <summary>Of the description of the HTTP interface, <c>/openapi/v1.json</c>.</summary>
    public OperatorAccess OpenApi { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration, Section);
        Metrics = settings.Choice(nameof(Metrics), OperatorAccess.Local);
        OpenApi = settings.Choice(nameof(OpenApi), OperatorAccess.Local);
        Faults = settings.Faults;
    }
}
