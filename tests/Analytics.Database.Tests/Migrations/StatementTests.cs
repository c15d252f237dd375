namespace Analytics.Database.Tests.Migrations;

public class StatementTests
{
    [Fact]
    public void In_QuotesDollarsAndComments_SplitsOnlyBetweenStatements()
    {
        const string script = """
            -- a; comment
            select 'a;b', "c;d";
            /* e;
            f */ do $body$ begin perform 1; end $body$;
            select $$x;y$$, $1;
            -- the end;
            """;
        var statements = Statement.In(script.ReplaceLineEndings("\n")).ToArray();
        Assert.Equal(3, statements.Length);
        Assert.EndsWith("\"c;d\"", statements[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("$body$", statements[1].Text, StringComparison.Ordinal);
        Assert.Equal("select $$x;y$$, $1", statements[2].Text);
        Assert.Equal([1, 3, 5], statements.Select(statement => statement.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n -- nothing\n")]
    public void In_NothingButBlanksAndComments_IsEmpty(string script) => Assert.Empty(Statement.In(script));
}
