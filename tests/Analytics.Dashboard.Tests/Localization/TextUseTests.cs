namespace Analytics.Dashboard.Tests.Localization;

/// <summary>Texts that nothing shows, and texts that are given other values than they have places, fail the build.</summary>
public sealed class TextUseTests
{
    private const string Csv = TextCompilation.Header + "Plain,Rows,Строки,Саптар,\nOf,{0} of {1},{0} из {1},{1} ичинен {0},\n"
        + "Count.one,{0} row of {1},{0} строка {1},{0} сап {1},\nCount.few,,{0} строки {1},,\nCount.many,,{0} строк {1},,\n"
        + "Count.other,{0} rows of {1},{0} строки {1},{0} сап {1},\n";

    private const string Good = """
        [Texts("rows")] public static partial class RowText;
        public static class Page
        {
            public static string Text(LocalText text, params object?[] values) => string.Format(text.En, values);
            public static string Text(PluralText text, decimal number, params System.ReadOnlySpan<object?> values) =>
                Text(text.For(number), [number, .. values]);
            public static object?[] Filled(object?[] values) =>
                [Text(RowText.Plain), Text(RowText.Of, 1, 2), RowText.Of.With(1, 2), Text(RowText.Of, values),
                Text(RowText.Count, 1, 2), Text(RowText.Count.For(1), 1, 2)];
        }
        """;

    [Fact]
    public async Task Analyze_EveryTextFilled_SaysNothing() => Assert.Empty(await TextCompilation.ProblemsAsync(Good, ("rows", Csv)));

    [Theory]
    [InlineData("Text(RowText.Plain), ", "", "2 TEXT011 no code uses 'Plain': remove the row")]
    [InlineData("Text(RowText.Count, 1, 2), Text(RowText.Count.For(1), 1, 2)", "", "4 TEXT011 no code uses 'Count': remove the row")]
    [InlineData("Text(RowText.Plain)", "Text(RowText.Plain, 1)", "0 TEXT012 'Plain' has places up to none and is given 1 values")]
    [InlineData("Text(RowText.Of, 1, 2)", "Text(RowText.Of, 1)", "0 TEXT012 'Of' has places up to {1} and is given 1 values")]
    [InlineData("Text(RowText.Of, 1, 2)", "Text(RowText.Of)", "0 TEXT012 'Of' has places up to {1} and is given 0 values")]
    [InlineData("RowText.Of.With(1, 2)", "RowText.Of.With(1, 2, 3)", "0 TEXT012 'Of' has places up to {1} and is given 3 values")]
    [InlineData("Text(RowText.Count, 1, 2)", "Text(RowText.Count, 1)", "0 TEXT012 'Count' has places up to {1} and is given 1 values")]
    [InlineData(
        "Text(RowText.Count.For(1), 1, 2)", "Text(RowText.Count.For(1), 1, 2, 3)",
        "0 TEXT012 'Count' has places up to {1} and is given 3 values")]
    public async Task Analyze_TextUnusedOrFilledOtherwise_IsNamed(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Equal([expected], await TextCompilation.ProblemsAsync(Good.Replace(good, bad, StringComparison.Ordinal), ("rows", Csv)));
    }
}
