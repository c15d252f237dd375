namespace Analytics.Etl.Tests.Commands;

/// <summary>A folder with a key and lists of invented people; gone after the test.</summary>
internal sealed class LinkageFolder : IDisposable
{
    private const string GoodKey = "9b1f6f0c5de27a3841c6a0be52d3179f64c8e0517ab29d3fe08c4b76215dfa93\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linkage");

    public string Key => File("key.txt", GoodKey);

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(this[name], content);
        return this[name];
    }

    public string People(string name = "people.csv") => File(
        name,
        """
        id,given_name,family_name,date_of_birth,sex,place,phone
        p1,Айгүл,Асанова,1985-03-12,female,Бишкек,0555000001
        p2,Нурлан,Токтоев,1990-11-02,male,Ош,0555000002
        p3,Жылдыз,Эсенова,1979-07-30,female,Нарын,0555000003
        p4,Timur,Karimov,2001-01-15,male,Osh,0555000004
        """);

    public string OtherSpellings(string name = "other.csv") => File(
        name,
        """
        id;given_name;family_name;date_of_birth;sex;place
        q1;Zhyldyz;Esenova;30.07.1979;ж;Naryn
        q2;AIGUL;ASANOVA;12.03.1985;жен;г. Бишкек
        q3;Марат;Иванов;05.05.1966;м;Талас
        q4;Каримов;Тимур;15 января 2001;эркек;Ош шаары
        """);

    /// <summary>Encodes a list with the good key and gives the path of the tokens.</summary>
    public async Task<string> EncodedAsync(string list, string? key = null)
    {
        var tokens = Path.ChangeExtension(list, ".tokens.csv");
        var (code, _, error) = await Shell.RunAsync("encode", list, tokens, "--key-file", key ?? Key);
        Assert.True(code == 0, error);
        return tokens;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
