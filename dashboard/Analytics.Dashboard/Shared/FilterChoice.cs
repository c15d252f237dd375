using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Shared;

/// <summary>One choice of a filter, as a link.</summary>
public sealed record FilterChoice(string Name, string Href, bool IsCurrent, bool IsDefault = false);

/// <summary>A filter of a page: its name and choices.</summary>
public sealed record Filter(string Name, IReadOnlyList<FilterChoice> Choices)
{
    /// <summary>Choose one member of a dimension, or all.</summary>
    public static Filter Member(Reader reader, Reference reference, string dimension, string? chosen) => Of(
        reader,
        SharedText.Dimension(dimension),
        dimension,
        [(null, dimension is Dimension.Region or Dimension.RegionService ? SharedText.AllNine : SharedText.AllOf), .. reference.Of(dimension).Select(member => ((string?)member.Code, member.Name))],
        chosen);

    /// <param name="key">The query parameter; a value of null takes it out of the address and is the default.</param>
    public static Filter Of(Reader reader, LocalText name, string key, IReadOnlyList<(string? Value, LocalText Name)> choices, string? chosen) => new(
        reader.Text(name),
        [.. choices.Select(choice => new FilterChoice(reader.Text(choice.Name), reader.Address.With(key, choice.Value), choice.Value == chosen, choice.Value is null))]);
}
