using Analytics.Domain.Evaluation;
using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Domain.Tests.Evaluation;

/// <summary>
/// Hospital admissions for acute coronary episodes, Sicily, January 2002 to November 2006, with the age-standardised
/// population; smoking was banned in public places in January 2005. Data of Lopez Bernal, Cummins and Gasparrini (2017,
/// doi:10.1093/ije/dyw098), as the authors publish them.
/// </summary>
internal static class Sicily
{
    public static readonly DateOnly Ban = new(2005, 1, 1);

    public static readonly int[] Counts =
    [
        728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858, 887, 766, 851, 769, 781, 756, 766, 752, 765, 831, 879, 928, 914, 808, 937,
        840, 916, 828, 845, 818, 860, 839, 887, 886, 831, 796, 833, 820, 877, 758, 767, 738, 781, 843, 850, 908, 1021, 859, 976, 888, 962, 838,
        810, 876, 843, 936, 912,
    ];

    public static readonly double[] Population =
    [
        379875.3, 376495.5, 377040.8, 377116.4, 377383.4, 374113.1, 379513.3, 376295.5, 374653.2, 378485.6, 375955.5, 378349.7, 376762.4,
        379032.3, 379360.4, 376162, 377972.4, 381830.7, 379888.6, 380872.2, 380966.9, 381240.4, 382104.9, 381802.7, 381656.3, 383680, 383504.2,
        386462.9, 383783.1, 380836.8, 383483, 380906.2, 382926.8, 384052.4, 384449.6, 383428.4, 388153.2, 388373.2, 386470.1, 386033.2, 383686.4,
        385509.3, 385901.9, 386516.6, 388436.5, 383255.2, 390148.7, 385874.9, 391613.6, 391750.4, 394005.6, 391364.9, 391664.6, 389022.3,
        391878.5, 388575.3, 392989, 390018.8, 390712.3,
    ];

    public static CountSeries Series => new(
        LocalText.Same("acute coronary episodes"),
        SeriesFrequency.Monthly,
        Counts.Select((count, month) => new SeriesPoint(new DateOnly(2002, 1, 1).AddMonths(month), count, Exposure: Population[month])));

    public static InterruptedSeries Question => new(Series, new(LocalText.Same("smoking ban"), Ban));

    public static double[] Observed => [.. Counts.Select(count => (double)count)];

    public static double[] Offset => [.. Population.Select(population => Math.Log(population))];

    /// <summary>Intercept, ban, month number, two harmonic pairs, and ban × month number where asked for: the columns of the paper's code.</summary>
    public static Matrix<double> Design(bool harmonics, bool slope) => Matrix<double>.Build.DenseOfRowArrays(
        Enumerable.Range(1, Counts.Length).Select(time => Row(time, harmonics, slope)));

    private static double[] Row(int time, bool harmonics, bool slope)
    {
        var ban = time > 36 ? 1.0 : 0;
        double[] season = harmonics ? [.. Seasonality.Terms(((time - 1) % 12) + 1, 12, 2)] : [];
        double[] change = slope ? [ban * time] : [];
        return [1, ban, time, .. season, .. change];
    }
}

/// <summary>Real investment, gross national product and interest, United States, 1964–1982: Greene (1993), table 15.1, as in the R package sandwich.</summary>
internal static class Investment
{
    public static readonly double[] Product =
    [
        876.3226604369933, 929.3975255513717, 984.8879624804587, 1011.3837591702505, 1058.1536224860672, 1087.6829127779697, 1085.5112083105523,
        1122.3830850953025, 1185.9, 1254.2789598108748, 1246.263468891206, 1231.576436918674, 1298.1713767568385, 1369.7250981792215,
        1438.5719984044676, 1479.5006731122262, 1475.002802376415, 1513.8362201496361, 1485.402165506574,
    ];

    public static readonly double[] Spending =
    [
        133.84636526040953, 152.63582571274878, 163.75716519020324, 155.32506956741716, 161.49745577901624, 172.0244267772785, 157.68179332968833,
        173.31527965836892, 195, 217.30496453900707, 198.73131734445602, 163.84450274266635, 194.87683240139035, 231.4173509460907,
        257.0136949873687, 258.84224697099495, 225.2550162537832, 243.36373885415597, 200.35769528228926,
    ];

    public static readonly double[] Interest =
    [
        2.0151876656899663, 1.8550336677202108, 1.2724583109198613, 1.1936477331943696, 0.7582797875031551, 0.7209813423794547, 0.5807178246341778,
        -0.10633132859485794, 0.3441828976148269, 0.6899999999999897, -0.9926950354609865, -3.056569343065691, 0.29290881628111176,
        -0.36590297718000375, 0.055501606569090534, 1.6375322430527763, 2.59119691592217, 4.0488532675709, 5.003806497898947,
    ];

    public static Matrix<double> Design => Matrix<double>.Build.DenseOfRowArrays(
        Product.Select((product, row) => (double[])[1, product, Interest[row]]));
}

/// <summary>
/// Days absent from school, Walgett, New South Wales: the data set quine of Venables and Ripley (2002), one array for each of
/// the 28 groups of origin, sex, age and learner type that hold children.
/// </summary>
internal static class Quine
{
    public static readonly int[][] Groups =
    [
        [2, 11, 14], [5, 5, 13, 20, 22], [6, 6, 15], [7, 14], [6, 32, 53, 57], [14, 16, 16, 17, 40, 43, 46], [8, 23, 23, 28, 34, 36, 38],
        [3], [5, 11, 24, 45], [5, 6, 6, 9, 13, 23, 25, 32, 53, 54], [5, 5, 11, 17, 19], [8, 13, 14, 20, 47, 48, 60, 81], [2],
        [0, 2, 3, 5, 10, 14, 21, 36, 40],
        [6, 17, 67], [0, 0, 2, 7, 11, 12], [0, 0, 5, 5, 5, 11, 17], [3, 4], [22, 30, 36], [8, 0, 1, 5, 7, 16, 27], [0, 30, 10, 14, 27, 41, 69],
        [25], [10, 11, 20, 33], [5, 7, 0, 1, 5, 5, 5, 5, 7, 11, 15], [5, 14, 6, 6, 7, 28], [0, 5, 14, 2, 2, 3, 8, 10, 12], [1],
        [1, 9, 22, 3, 3, 5, 15, 18, 22, 37],
    ];

    public static double[] Counts => [.. Groups.SelectMany(group => group).Select(days => (double)days)];

    public static Matrix<double> Design => Matrix<double>.Build.DenseOfRowArrays(
        Groups.SelectMany((group, index) => Enumerable.Repeat(Indicator(index), group.Length)));

    private static double[] Indicator(int group) => [.. Enumerable.Range(0, Groups.Length).Select(column => column == group ? 1.0 : 0)];
}
