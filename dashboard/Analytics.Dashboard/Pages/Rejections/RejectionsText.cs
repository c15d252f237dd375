using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Rejections;

[Texts("rejections")]
public static partial class RejectionsText
{
    public static LocalText StateName(string state) => state switch
    {
        "open" => StateOpen,
        "replayed" => StateReplayed,
        "dismissed" => StateDismissed,
        _ => LocalText.Same(state),
    };
}
