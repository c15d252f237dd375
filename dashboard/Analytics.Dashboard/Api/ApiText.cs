using Analytics.Domain;

namespace Analytics.Dashboard.Api;

[Texts("api")]
public static partial class ApiText;
