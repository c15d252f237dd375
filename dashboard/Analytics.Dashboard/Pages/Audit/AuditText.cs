using Analytics.Database.Accounts;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Audit;

[Texts("audit")]
public static partial class AuditText
{
    public static LocalText Name(string action) => action switch
    {
        AuditAction.SignedIn => ActionSignedIn,
        AuditAction.SignInFailed => ActionSignInFailed,
        AuditAction.SignedOut => ActionSignedOut,
        AuditAction.Opened => ActionOpened,
        AuditAction.Saw => ActionSaw,
        AuditAction.Exported => ActionExported,
        AuditAction.PasswordChanged => ActionPasswordChanged,
        AuditAction.SecondFactorOn => ActionSecondFactorOn,
        AuditAction.SecondFactorOff => ActionSecondFactorOff,
        AuditAction.TokenMade => ActionTokenMade,
        AuditAction.TokenRevoked => ActionTokenRevoked,
        AuditAction.AccountAdded => ActionAccountAdded,
        AuditAction.AccountDisabled => ActionAccountDisabled,
        AuditAction.AccountEnabled => ActionAccountEnabled,
        AuditAction.AccountUnlocked => ActionAccountUnlocked,
        AuditAction.PasswordReset => ActionPasswordReset,
        AuditAction.RoleChanged => ActionRoleChanged,
        AuditAction.RoleNeedChanged => ActionRoleNeedChanged,
        AuditAction.RightsChanged => ActionRightsChanged,
        AuditAction.Uploaded => ActionUploaded,
        AuditAction.LoadAsked => ActionLoadAsked,
        AuditAction.UploadDiscarded => ActionUploadDiscarded,
        AuditAction.RejectedRowsAsked => ActionRejectedRowsAsked,
        AuditAction.RejectedRowsTaken => ActionRejectedRowsTaken,
        AuditAction.Replayed => ActionReplayed,
        AuditAction.Dismissed => ActionDismissed,
        AuditAction.DismissalUndone => ActionDismissalUndone,
        AuditAction.JobAsked => ActionJobAsked,
        AuditAction.JobPaused => ActionJobPaused,
        AuditAction.JobResumed => ActionJobResumed,
        AuditAction.JobRan => ActionJobRan,
        AuditAction.SignedOff => ActionSignedOff,
        AuditAction.PairDecided => ActionPairDecided,
        AuditAction.PairUndone => ActionPairUndone,
        AuditAction.Restored => ActionRestored,
        _ when action.StartsWith(AuditAction.Command, StringComparison.Ordinal) => Command.With(action[AuditAction.Command.Length..]),
        _ => LocalText.Same(action),
    };
}
