using System.Text;
using System.Text.RegularExpressions;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>What a mapping does to a received value before its codes are looked up: one of its parts, a piece taken out, a piece taken of it.</summary>
internal sealed class ValueSteps(FromColumn from)
{
    private readonly Regex? _strip = from.Strip is { } strip ? SafePattern.Of(strip) : null;
    private readonly Regex? _extract = from.Extract is { } extract ? SafePattern.Of(extract) : null;
    private byte[] _value = [];

    /// <returns>What is left, without white space around it; valid until the next call.</returns>
    public ReadOnlySpan<byte> Take(ReadOnlySpan<byte> received, out Problem? problem)
    {
        problem = null;
        var text = Encoding.UTF8.GetString(received);
        if (from.Part is { } part)
        {
            text = PartOf(text, part);
        }

        if (_strip is not null)
        {
            text = _strip.Replace(text, "");
        }

        if (_extract is not null && text.Length > 0)
        {
            var match = _extract.Match(text);
            problem = match.Success ? null : Problems.Pattern;
            text = !match.Success ? "" : match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
        }

        _value = Encoding.UTF8.GetBytes(text.Trim());
        return _value;
    }

    private string PartOf(string text, int part)
    {
        var parts = text.Split(from.By, StringSplitOptions.TrimEntries | (from.By == " " ? StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None));
        var index = part > 0 ? part - 1 : parts.Length + part;
        return index >= 0 && index < parts.Length ? parts[index] : "";
    }
}
