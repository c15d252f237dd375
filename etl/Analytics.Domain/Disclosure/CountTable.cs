namespace Analytics.Domain.Disclosure;

/// <summary>A true count before protection.</summary>
/// <param name="Codes">One code per dimension of the table, <see cref="SpanningVariable.Total"/> for a margin.</param>
/// <param name="Count">Units counted; not negative.</param>
/// <param name="Contributors">Organisations behind the count; leave the default where unknown, which counts as many.</param>
/// <param name="LargestContribution">Units from the largest organisation; 0 where unknown.</param>
/// <param name="SecondContribution">Units from the second largest organisation; 0 where unknown.</param>
/// <param name="Importance">How much more readers lose with this cell than with another of its size; above 0.</param>
public sealed record CountCell(
    IReadOnlyList<string> Codes,
    long Count,
    int Contributors = int.MaxValue,
    long LargestContribution = 0,
    long SecondContribution = 0,
    double Importance = 1);

/// <summary>
/// A set of linked tables of counts of one unit, over the union of their dimensions: a table that does not use a dimension has
/// <see cref="SpanningVariable.Total"/> there. Only the published cells are listed, zeros among them.
/// </summary>
/// <remarks>
/// The linear relations are derived from the trees: a listed cell is the sum of its children along each additive dimension, and
/// no smaller than each child along a multi-valued one. A cell that is not listed is read as follows: where the listed children
/// already make up their parent the missing ones are zero and known to be so; where exactly one is missing, it is the difference
/// and is protected like a listed cell; where more are missing, their sum is protected as one remainder.
/// </remarks>
public sealed record CountTable(IReadOnlyList<SpanningVariable> Dimensions, IReadOnlyList<CountCell> Cells);

/// <summary>What is wrong with one cell of a <see cref="CountTable"/>.</summary>
/// <param name="Cell">Index into <see cref="CountTable.Cells"/>, or -1 for a fault of the dimensions.</param>
/// <param name="Problem">What was found and what was expected.</param>
public sealed record TableFault(int Cell, string Problem);
