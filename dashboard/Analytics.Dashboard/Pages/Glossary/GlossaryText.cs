using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Glossary;

[Texts("glossary")]
public static partial class GlossaryText;
