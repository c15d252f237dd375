using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Jobs;

[Texts("jobs")]
public static partial class JobsText
{
    public static LocalText TriggerName(string trigger) => trigger switch
    {
        "schedule" => TriggerSchedule,
        "hand" => TriggerHand,
        "start" => TriggerStart,
        "recovery" => TriggerRecovery,
        _ => LocalText.Same(trigger),
    };

    public static LocalText StateName(string state) => state switch
    {
        "running" => StateRunning,
        "done" => StateDone,
        "failed" => StateFailed,
        "interrupted" => StateInterrupted,
        _ => LocalText.Same(state),
    };
}
