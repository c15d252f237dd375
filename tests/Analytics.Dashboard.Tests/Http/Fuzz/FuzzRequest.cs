using System.Text;

namespace Analytics.Dashboard.Tests.Http.Fuzz;

/// <summary>A request as bytes, however wrong.</summary>
/// <param name="Parts">Sent one after the other.</param>
internal sealed record FuzzRequest(IReadOnlyList<byte[]> Parts)
{
    /// <summary>Between two parts.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The sender says that nothing more comes.</summary>
    public bool ThenCloses { get; init; }

    /// <summary>Goes on after the answer, which opened a socket.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Asks for a version of HTTP that does not exist, to which 505 is the answer.</summary>
    public bool OtherVersion { get; init; }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var value in Parts.SelectMany(part => part).Take(1_500))
        {
            text.Append(value is >= 32 and < 127 or (byte)'\n' ? (char)value : value == '\r' ? "" : $"\\x{value:x2}");
        }

        return text.ToString();
    }
}
