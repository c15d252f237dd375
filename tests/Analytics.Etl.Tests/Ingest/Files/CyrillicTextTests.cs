using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class CyrillicTextTests : IDisposable
{
    private const string Text = "no;пол;область;помощь\n1;женский;Нарынская область;Приют, юрист\n2;мужской;Чуйская область;врач\n3;женский;Ошская область;приют\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(866)]
    [InlineData(1251)]
    [InlineData(10007)]
    [InlineData(20866)]
    public void Open_OneByteEncodings_AreToldByTheirLetters(int codePage)
    {
        TextEncoding.Named("cp1251");
        var encoding = Encoding.GetEncoding(codePage);
        foreach (var text in (string[])[Text, Text.ToUpperInvariant(), "no,name\n1,ош\n", "no;note\n1;Передан родственникам\n2;ждёт суда\n"])
        {
            var rows = Rows.Read(_folder.Write($"f{codePage}.csv", encoding.GetBytes(text)));
            Assert.Equal(text.Split('\n')[1].Split([';', ',']).Last().Split(',').Last(), rows.Values[0][^1].Split(',').Last());
        }
    }

    [Fact]
    public void Open_Utf8EncodedTwice_IsRefusedWithThatReason()
    {
        var twice = TextEncoding.Windows1251.GetString(Encoding.UTF8.GetBytes(Text));
        Assert.Contains("encoded twice", Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write("t.csv", twice))).Message);
    }

    [Fact]
    public void Open_QuestionMarksForLetters_IsRefusedWithThatReason() =>
        Assert.Contains("question marks", Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write(
            "q.csv", "no,sex,region\n1,???????,????????? ???????\n2,???????,??????? ???????\n3,???????,?? ???\n"))).Message);

    [Theory]
    [InlineData("no,note\n1,why???\n2,ok\n")]
    [InlineData("no,note\n1,жду ответа???\n2,что?? где???\n3,да???\n4,а???\n5,б???\n6,в???\n")]
    [InlineData("no,note\n1,Ñandú\n2,ñ\n3,ü\n4,é\n5,à\n6,ö\n")]
    public void Open_OrdinaryText_IsRead(string text) => Assert.NotEmpty(Rows.Read(_folder.Write("o.csv", text)).Values);
}
