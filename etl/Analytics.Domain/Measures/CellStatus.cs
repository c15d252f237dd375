namespace Analytics.Domain.Measures;

/// <summary>What is known of a published cell. The three that are not <see cref="Ok"/> are never mixed.</summary>
public enum CellStatus
{
    /// <summary>Shown, rounded as the profile says.</summary>
    Ok,

    /// <summary>A known zero.</summary>
    Zero,

    /// <summary>Not shown, to protect people.</summary>
    Withheld,

    /// <summary>Nobody reported it.</summary>
    NotReported,
}
