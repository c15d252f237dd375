using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Fetch;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Analytics.Etl.Tests.Ingest.Fetch;

public sealed class FetchSettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NoFetch_IsNull() => Assert.Null(Read());

    [Fact]
    public void Read_GoodDeclarations_HaveNoFault()
    {
        _folder.Write("crime.sql", "select number from crime where changed > @watermark::timestamptz order by changed");
        Assert.Empty(Read(("Kind", "http"), ("Url", "https://kobo.example/api/v2/assets/x/data/?format=json"), ("TokenFrom", "env:KOBO"), ("TokenScheme", "Token"), ("MostPages", "50"))!.Faults());
        Assert.Empty(Read(("Kind", "http"), ("Url", "http://127.0.0.1:8000/data"))!.Faults());
        Assert.Empty(Sql()!.Faults());
    }

    [Theory]
    [InlineData("Url", "http://kobo.example/data", "Url must be an https address")]
    [InlineData("Url", "https://user:pass@kobo.example/data", "Url must be an https address")]
    [InlineData("Url", "file:///etc/passwd", "Url must be an https address")]
    [InlineData("Url", "kobo", "Url must be an https address")]
    [InlineData("TokenFrom", "abcdef", "TokenFrom must be env:NAME")]
    [InlineData("TokenFrom", "env:", "TokenFrom must be env:NAME")]
    [InlineData("Token", "abcdef", "Token is no setting")]
    [InlineData("TokenScheme", "Basic", "expected Bearer or Token")]
    [InlineData("MostPages", "many", "MostPages must be a whole number")]
    [InlineData("MostMegabytes", "0", "MostMegabytes must be a whole number")]
    [InlineData("Kind", "ftp", "expected http or sql")]
    public void Faults_OfHttp_SayKeyAndExpectation(string key, string value, string expected)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Kind"] = "http", ["Url"] = "https://kobo.example/data", [key] = value };
        var fault = Assert.Single(Read([.. values.Select(v => (v.Key, v.Value))])!.Faults());
        Assert.Contains(expected, fault);
        Assert.DoesNotContain("abcdef", fault);
    }

    [Theory]
    [InlineData("Connection", "Host=h;Database=d;Username=u;Password=abcdef", "Connection must hold no password")]
    [InlineData("Connection", "Host=h", "must name Host, Database and Username")]
    [InlineData("Connection", "nonsense", "is no PostgreSQL connection string")]
    [InlineData("Query", "nowhere.sql", "was not found")]
    [InlineData("Query", "whole.sql", "must ask for what comes after @watermark")]
    [InlineData("Watermark", "", "Watermark must name the column")]
    [InlineData("First", "", "First must be the watermark to begin with")]
    [InlineData("TimeoutSeconds", "-1", "TimeoutSeconds must be")]
    [InlineData("Password", "abcdef", "Password is no setting")]
    public void Faults_OfSql_SayKeyAndExpectation(string key, string value, string expected)
    {
        _folder.Write("crime.sql", "select number from crime where changed > @watermark::timestamptz order by changed");
        _folder.Write("whole.sql", "select number from crime");
        var fault = Assert.Single(Sql((key, value))!.Faults());
        Assert.Contains(expected, fault);
        Assert.DoesNotContain("abcdef", fault);
    }

    [Theory]
    [InlineData("Host=register.example;Database=d;Username=u", SslMode.VerifyFull)]
    [InlineData("Host=register.example;Database=d;Username=u;SSL Mode=Disable", SslMode.Disable)]
    [InlineData("Host=localhost;Database=d;Username=u", SslMode.Prefer)]
    public void Open_ServerElsewhere_MustProveWhoItIs(string connection, SslMode expected)
    {
        _folder.Write("password", "p4ss word\n");
        var fetch = Assert.IsType<SqlFetch>(Sql(("Connection", connection), ("PasswordFrom", "file:password")));
        var opened = new NpgsqlConnectionStringBuilder(fetch.Open());
        Assert.Equal((expected, "p4ss word"), (opened.SslMode, opened.Password));
    }

    [Fact]
    public void Secret_NotThere_SaysWhereItShouldBe()
    {
        Assert.Contains("env:ANALYTICS_TEST_NO_SUCH", Assert.Throws<FetchFailedException>(() => Secret("env:ANALYTICS_TEST_NO_SUCH").Read()).Message);
        Assert.Contains("file:nowhere", Assert.Throws<FetchFailedException>(() => Secret("file:nowhere").Read()).Message);
        _folder.Write("two", "a1b2\nc3d4\n");
        var message = Assert.Throws<FetchFailedException>(() => Secret("file:two").Read()).Message;
        Assert.DoesNotContain("a1b2", message);
    }

    private Secret Secret(string from) => Analytics.Etl.Ingest.Fetch.Secret.Of(from, new DataFolder(_folder.Path))!;

    private FetchSettings? Sql(params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Kind"] = "sql", ["Connection"] = "Host=register.example;Database=d;Username=u", ["Query"] = "crime.sql", ["Watermark"] = "changed", ["First"] = "1900-01-01",
        };
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return Read([.. values.Select(v => (v.Key, v.Value))]);
    }

    private FetchSettings? Read(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>($"Fetch:{v.Key}", v.Value)))
            .Build();
        return FetchSettings.Read(configuration.GetSection("Fetch"), new DataFolder(_folder.Path));
    }
}
