using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Pages.Programmes;

[Texts("programmes")]
public static partial class ProgrammesText
{
    public static LocalText Status(TargetStatus status) => status switch
    {
        TargetStatus.Reached => StatusReached,
        TargetStatus.OnTrack => StatusOnTrack,
        TargetStatus.Behind => StatusBehind,
        TargetStatus.TooEarly => StatusTooEarly,
        TargetStatus.Withheld => StatusWithheld,
        _ => StatusNotReported,
    };

    public static LocalText OutcomeWord(Outcome outcome) => outcome switch
    {
        Outcome.Improved => OutcomeWordImproved,
        Outcome.Worsened => OutcomeWordWorsened,
        Outcome.NoChange => OutcomeWordNoChange,
        _ => OutcomeWordUnknown,
    };

    public static LocalText OutcomeSentence(Outcome outcome) => outcome switch
    {
        Outcome.Improved or Outcome.Worsened => OutcomeSentenceImproved,
        Outcome.NoChange => OutcomeSentenceNoChange,
        _ => OutcomeSentenceUnknown,
    };
}
