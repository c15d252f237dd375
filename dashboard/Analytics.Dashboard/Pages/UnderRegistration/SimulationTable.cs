using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>A setting of the simulation study of the estimation engine (its README has all columns).</summary>
/// <param name="Refused">Percent of tables that are not estimable.</param>
/// <param name="Ratio">Median of estimate ÷ truth.</param>
/// <param name="Bca">Percent of 95 % BCa intervals that hold the truth.</param>
/// <param name="OneModel">The same for the interval of the one model chosen.</param>
public sealed record SimulationRow(int Density, int Structure, int Refused, decimal Ratio, decimal Bca, decimal OneModel);

/// <summary>500 populations a row, 1,000 resamples each; seed 20210; ./analytics bench simulation makes it again.</summary>
public static class SimulationTable
{
    public static readonly LocalText[] Densities =
    [
        HiddenText.DensityThousandDense, HiddenText.DensityFiveThousandSparse,
        HiddenText.DensityFourHundred, HiddenText.DensityHundredFifty,
    ];

    public static readonly LocalText[] Structures =
    [
        HiddenText.StructureIndependent,
        HiddenText.StructureOnePairMoreLikely,
        HiddenText.StructureTwoPairsMoreLikely,
        HiddenText.StructureOnePairLessLikely,
        HiddenText.StructureOnePairNeverOverlaps,
        HiddenText.StructureTwoKinds,
        HiddenText.StructureReferred,
        HiddenText.StructureJoined,
    ];

    public static IReadOnlyList<SimulationRow> Rows { get; } =
    [
        new(0, 0, 0, 1.00m, 90.2m, 89.8m),
        new(0, 1, 0, 1.00m, 91.4m, 89.8m),
        new(0, 2, 0, 1.00m, 88.0m, 89.0m),
        new(0, 3, 0, 1.00m, 92.0m, 88.0m),
        new(0, 4, 0, 1.00m, 90.8m, 88.8m),
        new(0, 5, 0, 0.78m, 2.0m, 0.0m),
        new(0, 6, 0, 1.00m, 91.6m, 79.0m),
        new(0, 7, 0, 1.02m, 84.6m, 74.0m),
        new(1, 0, 0, 1.00m, 97.6m, 95.6m),
        new(1, 1, 0, 1.01m, 98.0m, 94.2m),
        new(1, 2, 0, 1.00m, 98.2m, 93.4m),
        new(1, 3, 0, 1.00m, 98.6m, 94.2m),
        new(1, 4, 0, 1.01m, 98.0m, 92.4m),
        new(1, 5, 0, 0.73m, 6.8m, 0.2m),
        new(1, 6, 0, 1.00m, 99.2m, 93.4m),
        new(1, 7, 0, 0.98m, 96.6m, 91.8m),
        new(2, 0, 0, 1.00m, 96.6m, 94.4m),
        new(2, 1, 0, 0.95m, 94.2m, 91.4m),
        new(2, 2, 0, 0.69m, 79.2m, 20.2m),
        new(2, 3, 0, 1.24m, 93.8m, 74.2m),
        new(2, 4, 0, 1.06m, 95.4m, 93.6m),
        new(2, 5, 0, 0.74m, 49.6m, 38.6m),
        new(2, 6, 1, 0.76m, 87.2m, 44.4m),
        new(2, 7, 0, 0.93m, 93.2m, 91.2m),
        new(3, 0, 5, 1.04m, 95.6m, 96.0m),
        new(3, 1, 3, 0.96m, 93.0m, 93.6m),
        new(3, 2, 0, 0.65m, 56.2m, 38.8m),
        new(3, 3, 22, 1.39m, 87.9m, 94.1m),
        new(3, 4, 4, 1.07m, 95.0m, 95.4m),
        new(3, 5, 1, 0.73m, 80.2m, 76.0m),
        new(3, 6, 0, 0.73m, 82.0m, 73.6m),
        new(3, 7, 3, 0.98m, 93.2m, 93.2m),
    ];
}
