using Analytics.Dashboard.Settings;

namespace Analytics.Dashboard.Access;

/// <summary>How much one account, one client and all together may ask for, section <c>Analytics:Limits</c>.</summary>
public sealed class LimitOptions : ICheckedOptions
{
    public const string Section = "Analytics:Limits";

    private const long Kibibyte = 1024;
    private const long Many = 1_000_000;

    /// <summary>Sign-in forms sent from one address in a minute.</summary>
    public int SignInsPerMinute { get; private set; }

    /// <summary>Requests to the HTTP interface from one address in a minute, signed in or not.</summary>
    public int RequestsPerMinuteAndAddress { get; private set; }

    /// <summary>Requests to the HTTP interface by one account in a minute.</summary>
    public int RequestsPerMinuteAndAccount { get; private set; }

    /// <summary>Requests to the HTTP interface by all accounts in a minute.</summary>
    public int RequestsPerMinute { get; private set; }

    /// <summary>Pages that one account has open at the same time.</summary>
    public int CircuitsPerAccount { get; private set; }

    /// <summary>Pages that are open at the same time.</summary>
    public int Circuits { get; private set; }

    /// <summary>Largest body of a request; files go another way, over the open page.</summary>
    public long MostBodyBytes { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration, Section);
        SignInsPerMinute = (int)settings.Number(nameof(SignInsPerMinute), 40, 1, Many);
        RequestsPerMinuteAndAddress = (int)settings.Number(nameof(RequestsPerMinuteAndAddress), 1_200, 1, Many);
        RequestsPerMinuteAndAccount = (int)settings.Number(nameof(RequestsPerMinuteAndAccount), 300, 1, Many);
        RequestsPerMinute = (int)settings.Number(nameof(RequestsPerMinute), 3_000, 1, Many);
        CircuitsPerAccount = (int)settings.Number(nameof(CircuitsPerAccount), 50, 1, Many);
        Circuits = (int)settings.Number(nameof(Circuits), 500, 1, Many);
        MostBodyBytes = settings.Number(nameof(MostBodyBytes), 1024 * Kibibyte, 64 * Kibibyte, 64 * 1024 * Kibibyte);
        Faults = settings.Faults;
    }
}
