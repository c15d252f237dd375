using System.Runtime.InteropServices;

namespace Analytics.Domain.Disclosure;

/// <summary>The counts that must stay possible for a withheld cell, given everything printed.</summary>
/// <param name="Lower">The intruder's smallest possible count may not be above this.</param>
/// <param name="Upper">The intruder's largest possible count may not be below this.</param>
/// <param name="Width">The intruder's interval may not be narrower than this.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProtectionLevel(long Lower, long Upper, long Width)
{
    /// <summary>No protection is needed.</summary>
    public static ProtectionLevel None { get; } = new(long.MaxValue, long.MinValue, 0);

    public bool IsMet(double lowest, double highest) =>
        lowest <= Lower && highest >= Upper && highest - lowest >= Width;
}
