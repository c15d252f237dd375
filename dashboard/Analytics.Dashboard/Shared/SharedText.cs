using Analytics.Domain.Measures;
using Analytics.Domain;
using Measures = Analytics.Domain.Measures;

namespace Analytics.Dashboard.Shared;

[Texts("shared")]
public static partial class SharedText
{
    public static LocalText Region => Measures.Dimension.Name(Measures.Dimension.Region);
    public static LocalText District => Measures.Dimension.Name(Measures.Dimension.District);
    public static LocalText RegionService => Measures.Dimension.Name(Measures.Dimension.RegionService);
    public static LocalText Sex => Measures.Dimension.Name(Measures.Dimension.Sex);
    public static LocalText AgeBand => Measures.Dimension.Name(Measures.Dimension.AgeBand);
    public static LocalText Form => Measures.Dimension.Name(Measures.Dimension.Form);
    public static LocalText Destination => Measures.Dimension.Name(Measures.Dimension.Destination);
    public static LocalText Organisation => Measures.Dimension.Name(Measures.Dimension.Organisation);
    public static LocalText Source => Measures.Dimension.Name(Measures.Dimension.Source);
    public static LocalText Topic => Measures.Dimension.Name(Measures.Dimension.Topic);
    public static LocalText ArticleGroup => Measures.Dimension.Name(Measures.Dimension.ArticleGroup);
    public static LocalText Reason => Measures.Dimension.Name(Measures.Dimension.Reason);
    public static LocalText Programme => Measures.Dimension.Name(Measures.Dimension.Programme);
    public static LocalText Donor => Measures.Dimension.Name(Measures.Dimension.Donor);

    /// <summary>Name of a dimension as a filter.</summary>
    public static LocalText Dimension(string dimension) => Measures.Dimension.Name(dimension);
}
