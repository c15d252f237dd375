namespace Analytics.Etl.Tests.Commands;

[Collection(Shell.Name)]
public sealed class EncodeCommandTests : IDisposable
{
    private readonly LinkageFolder _folder = new();

    [Fact]
    public async Task Encode_List_WritesIdAndTokenOnly()
    {
        var (code, output, error) = await Shell.RunAsync("encode", _folder.People(), _folder["out.csv"], "--key-file", _folder.Key);
        Assert.Equal(0, code);
        Assert.Empty(output);
        var lines = await File.ReadAllLinesAsync(_folder["out.csv"]);
        Assert.Equal("id,person_token", lines[0]);
        Assert.Equal("p1 p2 p3 p4", string.Join(' ', lines.Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal)));
        Assert.All(lines.Skip(1), line => Assert.Equal(2, line.Split(',').Length));
        Assert.Contains("4 records read, 4 encoded from given_name, family_name, date_of_birth, sex, place", error, StringComparison.Ordinal);
        Assert.Contains("left out, as not asked for: phone", error, StringComparison.Ordinal);
        Assert.All(new[] { "Айг", "Асан", "1985", "0555", "Karim" }, value => Assert.DoesNotContain(value, error + string.Join('\n', lines), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Encode_Twice_GivesTheSameFileInAnOrderOfItsOwn()
    {
        var many = "id,given_name,family_name,date_of_birth\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"r{i:00},Азамат{i},Асанов{i},{1950 + i}-01-02\n"));
        var first = await File.ReadAllTextAsync(await _folder.EncodedAsync(_folder.File("a.csv", many)));
        var again = await File.ReadAllTextAsync(await _folder.EncodedAsync(_folder.File("b.csv", many)));
        Assert.Equal(first, again);
        var ids = first.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line[..3]).ToArray();
        Assert.False(ids.Order(StringComparer.Ordinal).SequenceEqual(ids, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Encode_WithMapping_RenamesColumns()
    {
        var list = _folder.File("list.csv", "rec_id, given_name, surname, dob, suburb\n1, anna, smith, 19850312, leeds\n");
        var mapping = _folder.File("map.yml", "columns:\n  rec_id: id\n  surname: family_name\n  dob: date_of_birth\n  suburb: place\n");
        var (code, _, error) = await Shell.RunAsync("encode", list, _folder["out.csv"], "--key-file", _folder.Key, "--mapping", mapping);
        Assert.True(code == 0, error);
        Assert.Contains("given_name, family_name, date_of_birth, place", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encode_FullNamesUnderUsualHeaders_GiveTheTokensOfTheirParts()
    {
        var apart = await _folder.EncodedAsync(_folder.File("apart.csv",
            "id,family_name,given_name,patronymic,date_of_birth,sex\n1,Токтосунов,Эрмек,Жумабекович,1988-04-03,m\n2,Асан уулу,Бакыт,,1990-05-06,m\n3,,,,1991-07-08,f\n"));
        var whole = await _folder.EncodedAsync(_folder.File("whole.csv",
            "№;ФИО;Дата рождения;Пол\n1;Токтосунов Эрмек Жумабекович;03.04.1988;м\n2;Асан уулу Бакыт;06.05.1990;м\n3;нет данных;08.07.1991;ж\n"));
        Assert.Equal(await File.ReadAllTextAsync(apart), await File.ReadAllTextAsync(whole));
    }

    [Fact]
    public async Task Encode_Workbook_IsReadLikeCsv()
    {
        using var folder = new TempFolder();
        var path = Ingest.Files.Spreadsheet.Write(folder, "list.xlsx", new Ingest.Files.Spreadsheet.Sheet("Люди", [["id", "Фамилия", "Имя", "Дата рождения"], ["1", "Усенова", "Мира", new DateTime(1999, 1, 2)]]));
        var csv = await _folder.EncodedAsync(_folder.File("list.csv", "id,family_name,given_name,date_of_birth\n1,Усенова,Мира,1999-01-02\n"));
        Assert.Equal(await File.ReadAllTextAsync(csv), await File.ReadAllTextAsync(await _folder.EncodedAsync(path)));
    }

    [Fact]
    public async Task Encode_BadMapping_ListsAllFaultsAtOnce()
    {
        var mapping = _folder.File("map.yml", "columns:\n  surname: nachname\n  a: id\n  b: id\norder: up\n");
        var (code, _, error) = await Shell.RunAsync("encode", _folder.People(), _folder["out.csv"], "--key-file", _folder.Key, "--mapping", mapping);
        Assert.Equal(1, code);
        Assert.Equal(3, error.Split("line ").Length - 1);
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Encode_WeakKey_IsRefused(string key)
    {
        var (code, _, error) = await Shell.RunAsync("encode", _folder.People(), _folder["out.csv"], "--key-file", _folder.File("weak.txt", key));
        Assert.Equal(1, code);
        Assert.Contains("encode --new-key", error, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    [Fact]
    public async Task Encode_NoKey_IsWrongUsage()
    {
        Assert.Equal(2, (await Shell.RunAsync("encode", _folder.People(), _folder["out.csv"])).Code);
        Assert.Equal(1, (await Shell.RunAsync("encode", _folder.People(), _folder["out.csv"], "--key-file", _folder["none.txt"])).Code);
    }

    [Theory]
    [InlineData("id,given_name,family_name\n1,Айгүл,Асанова\n", "fewer than three identifying fields (given_name, family_name)")]
    [InlineData("given_name,family_name,date_of_birth\nАйгүл,Асанова,1985\n", "no column id")]
    [InlineData("id,given_name,family_name,date_of_birth\n1,Айгүл,Асанова,1985\n1,Нурлан,Асанов,1986\n", "line 3")]
    [InlineData("id,given_name,family_name,date_of_birth\n,Айгүл,Асанова,1985\n", "no id on line 2")]
    [InlineData("id,given_name,family_name,date_of_birth\n", "no records")]
    [InlineData("", "empty")]
    public async Task Encode_BadList_IsOneClearLine(string content, string expected)
    {
        var (code, _, error) = await Shell.RunAsync("encode", _folder.File("bad.csv", content), _folder["out.csv"], "--key-file", _folder.Key);
        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("Айгүл", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    [Fact]
    public async Task Encode_UnreadableDates_AreCountedByLine()
    {
        var list = _folder.File("dates.csv", "id,given_name,family_name,date_of_birth,place\n1,Айгүл,Асанова,давно,Ош\n2,Нурлан,Асанов,1986,Ош\n");
        var (code, _, error) = await Shell.RunAsync("encode", list, _folder["out.csv"], "--key-file", _folder.Key);
        Assert.Equal(0, code);
        Assert.Contains("could not be read and counts as unknown on line 2", error, StringComparison.Ordinal);
        Assert.DoesNotContain("давно", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewKey_IsPrivateGoodAndNeverOverwritten()
    {
        var (code, _, _) = await Shell.RunAsync("encode", "--new-key", _folder["fresh.key"]);
        Assert.Equal(0, code);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["fresh.key"]));
        }

        await _folder.EncodedAsync(_folder.People(), _folder["fresh.key"]);
        Assert.Equal(1, (await Shell.RunAsync("encode", "--new-key", _folder["fresh.key"])).Code);
    }

    [Fact]
    public async Task Encode_Windows1251_IsRead()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var list = _folder.OtherSpellings();
        var utf8 = await File.ReadAllTextAsync(await _folder.EncodedAsync(list));
        await File.WriteAllTextAsync(list, await File.ReadAllTextAsync(list), System.Text.Encoding.GetEncoding(1251));
        Assert.Equal(utf8, await File.ReadAllTextAsync(await _folder.EncodedAsync(list)));
    }

    public void Dispose() => _folder.Dispose();
}
