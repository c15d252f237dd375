using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignOff;

[Texts("sign-off")]
public static partial class SignOffText
{
    public static LocalText StateName(string state) => state switch
    {
        ReviewState.Draft => StateDraft,
        ReviewState.Reviewed => StateReviewed,
        _ => StatePublished,
    };
}
