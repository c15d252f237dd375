using Analytics.Domain;

namespace Analytics.Dashboard.Glossary;

[Texts("glossary")]
public static partial class GlossaryText;
