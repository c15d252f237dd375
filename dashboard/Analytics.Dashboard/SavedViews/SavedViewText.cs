using Analytics.Domain;

namespace Analytics.Dashboard.SavedViews;

[Texts("saved-view")]
public static partial class SavedViewText
{
    public static LocalText Problem(string problem) => problem switch
    {
        "taken" => NameTaken,
        "many" => TooMany,
        _ => Gone,
    };
}
