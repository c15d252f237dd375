using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class CsvRowsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    static CsvRowsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Open_AnyDelimiter_IsDetected(char delimiter)
    {
        var text = "id,name,note\n1,Ош,a\n2,Чүй,b\n".Replace(',', delimiter);
        var rows = Rows.Read(_folder.Write("f.csv", text));
        Assert.Equal(["id", "name", "note"], rows.Header);
        Assert.Equal([["1", "Ош", "a"], ["2", "Чүй", "b"]], rows.Values);
        Assert.Equal([2L, 3L], rows.Lines);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1251", false)]
    public void Open_AnyEncoding_IsDetected(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = encoding.GetBytes("contact_id;topic;caller_region\r\n1;Документы;Ошская область\r\n");
        var rows = Rows.Read(_folder.Write("f.csv", mark ? [.. encoding.GetPreamble(), .. text] : text));
        Assert.Equal(["contact_id", "topic", "caller_region"], rows.Header);
        Assert.Equal([["1", "Документы", "Ошская область"]], rows.Values);
    }

    [Fact]
    public void Open_CyrillicFarIntoTheFile_DetectsWindows1251()
    {
        var ascii = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i};plain\n"));
        var bytes = Encoding.GetEncoding(1251).GetBytes($"id;note\n{ascii}last;Нарын\n");
        var rows = Rows.Read(_folder.Write("f.csv", bytes));
        Assert.Equal(["last", "Нарын"], rows.Values[^1]);
        Assert.Equal(20_001, rows.Values.Length);
    }

    [Fact]
    public void Read_QuotedFields_FollowRfc4180()
    {
        var rows = Rows.Read(_folder.Write("f.csv", "a,b,c\r\n\"x, y\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n4,5,6\r\n"));
        Assert.Equal(["x, y", "say \"hi\"", "two\r\nlines"], rows.Values[0]);
        Assert.Equal([2L, 4L], rows.Lines);
    }

    [Fact]
    public void Read_MixedLineEndsAndBlankLines_AreNoRows()
    {
        var rows = Rows.Read(_folder.Write("f.csv", "a,b\r\n1,2\n\n3,4\r\n,\r\n5,6"));
        Assert.Equal([["1", "2"], ["3", "4"], ["5", "6"]], rows.Values);
    }

    [Fact]
    public void Open_TitleAboveTheHeader_FindsTheHeaderByTheExpectedNames()
    {
        var path = _folder.Write("f.csv", "Отчёт за март;;\n;;\nContact ID;Started at;Topic\n1;2021-03-01;documents\n");
        var rows = Rows.Read(path, Rows.Expecting("contact_id", "started_at", "topic"));
        Assert.Equal(["Contact ID", "Started at", "Topic"], rows.Header);
        Assert.Equal([["1", "2021-03-01", "documents"]], rows.Values);
        Assert.Equal([4L], rows.Lines);
    }

    [Fact]
    public void Open_HeaderRowGiven_SkipsWhatIsAbove()
    {
        var rows = Rows.Read(_folder.Write("f.csv", "x,y\n1,2\na,b\n3,4\n"), new ReadSettings(HeaderRow: 3));
        Assert.Equal(["a", "b"], rows.Header);
        Assert.Equal([["3", "4"]], rows.Values);
    }

    [Fact]
    public void Read_WrongNumberOfFields_IsDamage()
    {
        using var rows = SourceFile.Open(_folder.Write("f.csv", "a,b,c\n1,2\n1,2,3\n1,2,3,,\n1,2,3,4\n"), new ReadSettings());
        var damage = new List<RowDamage>();
        while (rows.Read())
        {
            damage.Add(rows.Damage);
        }

        Assert.Equal([RowDamage.FieldCount, RowDamage.None, RowDamage.None, RowDamage.FieldCount], damage);
    }

    [Fact]
    public void Read_TextAfterAClosingQuote_IsDamage()
    {
        using var rows = SourceFile.Open(_folder.Write("f.csv", "a,b\n\"x\"y,2\n3,4\n"), new ReadSettings());
        Assert.True(rows.Read());
        Assert.Equal(RowDamage.Quotes, rows.Damage);
        Assert.True(rows.Read());
        Assert.Equal(RowDamage.None, rows.Damage);
    }

    [Fact]
    public void Read_QuoteNeverClosed_RefusesTheFileWithItsLine()
    {
        using var rows = SourceFile.Open(_folder.Write("f.csv", "a,b\n1,2\n3,\"open\n5,6\n7,8\n"), new ReadSettings());
        Assert.True(rows.Read());
        var refusal = Assert.Throws<UnreadableFileException>(() => rows.Read());
        Assert.Contains("line 3", refusal.Message);
        Assert.DoesNotContain("open\n", refusal.Message);
    }

    [Fact]
    public void Open_EmptyFile_IsRefused() =>
        Assert.Throws<UnreadableFileException>(() => SourceFile.Open(_folder.Write("f.csv", ""), new ReadSettings()));
}
