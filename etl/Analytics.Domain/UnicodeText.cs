using System.Text;

namespace Analytics.Domain;

/// <summary>Text from outside, which may hold what is no character.</summary>
public static class UnicodeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text in a normal form; half a surrogate pair and U+FFFE, which have none, become U+FFFD.</summary>
    public static string Normalize(string text, NormalizationForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace('\uFFFE', Replacement).Normalize(form);
    }
}
