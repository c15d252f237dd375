using System.Security.Claims;
using Analytics.Dashboard.Localization;
using Analytics.Domain;

namespace Analytics.Dashboard.Access;

/// <summary>Who reads, in which language, at which address. Cascades to every component; a new one redraws the page.</summary>
public sealed record Reader(ClaimsPrincipal User, Language Language, Address Address)
{
    public Role? Role => User.Role();

    public string Name => User.Identity?.Name ?? "";

    public string Text(LocalText text) => Language.Text(text);

    public string Text(LocalText text, params ReadOnlySpan<object?> values) => Language.Text(text, values);

    /// <inheritdoc cref="Language.Text(PluralText, decimal, ReadOnlySpan{object?})"/>
    public string Text(PluralText text, decimal number, params ReadOnlySpan<object?> values) => Language.Text(text, number, values);

    /// <summary>An address that keeps the language where the reader put it into the present one.</summary>
    public string Href(string path) => Address.To(path);
}
