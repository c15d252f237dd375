using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Words of the figures that rest on linked persons.</summary>
[Texts("linked")]
public static partial class LinkedText;
