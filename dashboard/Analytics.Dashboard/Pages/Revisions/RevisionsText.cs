using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Revisions;

[Texts("revisions")]
public static partial class RevisionsText;
