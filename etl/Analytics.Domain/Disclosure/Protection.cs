using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>A cell as one profile sees it.</summary>
/// <param name="Status">How the cell is shown.</param>
/// <param name="Value">Units, rounded as the profile says; null when withheld.</param>
public sealed record ProtectedCell(CellStatus Status, long? Value)
{
    public static ProtectedCell Zero { get; } = new(CellStatus.Zero, 0);

    public static ProtectedCell Withheld { get; } = new(CellStatus.Withheld, null);
}

/// <summary>A set of linked tables as one profile may see it.</summary>
/// <param name="Cells">In the order of <see cref="CountTable.Cells"/>.</param>
/// <param name="Loss">What the reader loses.</param>
/// <param name="Attack">What an intruder gains. Release only when <see cref="AttackReport.Safe"/>.</param>
public sealed record Protection(IReadOnlyList<ProtectedCell> Cells, InformationLoss Loss, AttackReport Attack);

/// <summary>An earlier publication to the same profile that can still be read.</summary>
/// <param name="Table">The true counts as they were when it was published.</param>
/// <param name="Cells">What was shown, in the order of the table's cells.</param>
public sealed record EarlierPublication(CountTable Table, IReadOnlyList<ProtectedCell> Cells);
