using Analytics.Domain;

namespace Analytics.Dashboard.Published;

[Texts("revisions")]
public static partial class RevisionsText;
