using Analytics.Etl.Tests.Feeds;

namespace Analytics.Etl.Tests.Ingest.Load;

public sealed class RowParserTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_MissingAndUnknownColumns_AreNamed()
    {
        var refusal = Canonical.Refusal(_folder.Write("f.csv", "contact_id,chanel,topic\n1,phone,documents\n"), "hotline");
        Assert.Contains("missing column: started_at", refusal);
        Assert.Contains("unknown column: 'chanel' (column 2)", refusal);
    }

    [Fact]
    public void Create_NoHeaderAtAll_QuotesNothingOfTheFile()
    {
        var refusal = Canonical.Refusal(_folder.Write("f.csv", "Асанова Гүлзат,+996700123456,Ош\nБеков Азамат,+996555123456,Нарын\n"), "hotline");
        Assert.Contains("identifier_column", refusal);
        Assert.DoesNotContain("Асанова", refusal);
        Assert.DoesNotContain("996", refusal);
    }

    [Fact]
    public void Create_ColumnNamedLikeAnIdentifier_IsRefusedByItsPlace()
    {
        var refusal = Canonical.Refusal(_folder.Write("f.csv", "contact_id,started_at,Телефон\n1,2021,0700123456\n"), "hotline");
        Assert.Contains("column 3", refusal);
        Assert.Contains("identifier_column", refusal);
        Assert.DoesNotContain("0700", refusal);
    }

    [Fact]
    public void Create_SameColumnTwice_IsRefused() =>
        Assert.Contains("columns 1 and 3 have the same name", Canonical.Refusal(_folder.Write("f.csv", "contact_id,started_at,Contact ID\n1,2021,2\n"), "hotline"));

    [Fact]
    public void Parse_IdentifierInASentence_IsMarked()
    {
        var read = Canonical.Read(_folder.Write("f.csv", "register_no,event_at,event,ground\n1,2021,registered,see him on +996 700 123 456\n"), "register_event");
        Assert.Equal("see him on [phone]", read.Rows.Single()["ground"]);
        Assert.Contains("\"ground\":null", read.Received.Single());
        Assert.DoesNotContain("996", read.Received.Single());
    }

    [Fact]
    public void Parse_IdentifierInAnOptionalCode_IsEmptied()
    {
        var read = Canonical.Read(_folder.Write("f.csv", "contact_id,started_at,referred_to\n1,2021,Асанова Айгүл\n"), "hotline");
        Assert.False(read.Rows.Single().ContainsKey("referred_to"));
        Assert.Equal("""{"referred_to":null}""", read.Received.Single());
    }

    [Fact]
    public void Parse_NameWhereACodeBelongs_IsRejectedAndNotKept()
    {
        var read = Canonical.Read(_folder.Write("f.csv", "contact_id,started_at,sex\n1,2021,Асанова Айгүл\n"), "hotline");
        Assert.Equal([(2L, (string?)"sex", "code")], read.Problems);
        Assert.Equal("""{"contact_id":"1","started_at":"2021"}""", read.RejectedFields.Single());
    }

    [Fact]
    public void Parse_IdentifierInAKey_RejectsTheRowAndKeepsNoneOfIt()
    {
        var read = Canonical.Read(_folder.Write("f.csv", "register_no,event_at,event\n21203199501234,2021,registered\n"), "register_event");
        Assert.Equal([(2L, (string?)"register_no", "identifier_personal_number")], read.Problems);
        Assert.Equal("""{"event_at":"2021","event":"registered"}""", read.RejectedFields.Single());
    }

    [Fact]
    public void Parse_SeveralProblems_AreAllListed()
    {
        var read = Canonical.Read(_folder.Write("f.csv", "register_no,event_at,event\n,someday,closed\n"), "register_event");
        Assert.Equal(["required", "date", "code"], read.Problems.Select(p => p.Rule));
    }

    [Fact]
    public void Parse_HeadersInAnyCaseAndSpacing_AreTheSameColumns()
    {
        var read = Canonical.Read(_folder.Write("f.csv", "\uFEFFRegister No;EVENT-AT; event \n1;2021;registered\n"), "register_event");
        Assert.Equal("1", read.Rows.Single()["register_no"]);
    }

    [Fact]
    public void Parse_TextThatIsNotInTheFilesEncoding_IsRejected()
    {
        var path = _folder.Write("f.csv", [.. "register_no,event_at,event,ground\n1,2021,registered,"u8, 0xC3, 0x28, .. "\nЖ,2021,registered,\n"u8]);
        var canonical = Etl.Mappings.Mapping.Canonical(Etl.Feeds.FeedList.Find("register_event")!, "x");
        var read = Canonical.Read(path, canonical with { Reading = canonical.Reading with { Encoding = System.Text.Encoding.UTF8 } });
        Assert.Equal([(2L, (string?)"ground", "encoding")], read.Problems);
        Assert.Single(read.Rows);
    }
}
