using Analytics.Dashboard.Access;

namespace Analytics.Dashboard.Tests.Access;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("password1234", Weakness.Common)]
    [InlineData("P@ssw0rd-2026", Weakness.Common)]
    [InlineData("iloveyou2024", Weakness.Common)]
    [InlineData("monkey-dragon-12", Weakness.Common)]
    [InlineData("Analytics2026!", Weakness.Common)]
    [InlineData("пароль-2026-бишкек", Weakness.Common)]
    [InlineData("Кыргызстан2026", Weakness.Common)]
    [InlineData("ghbdtnrfrltkf", Weakness.Common)]
    [InlineData("918273645546", Weakness.Common)]
    [InlineData("qwertyuiop12", Weakness.Run)]
    [InlineData("йцукенгшщзхъ", Weakness.Run)]
    [InlineData("1qaz2wsx3edc", Weakness.Run)]
    [InlineData("abcdefghijkl", Weakness.Run)]
    [InlineData("0987654321qwerty", Weakness.Run)]
    [InlineData("aaaaaaaaaaaa", Weakness.Repeated)]
    [InlineData("kyzyl!kyzyl!kyzyl!", Weakness.Repeated)]
    [InlineData("passwordpassword", Weakness.Repeated)]
    [InlineData("a password for the tests", null)]
    [InlineData("correct horse battery staple", null)]
    [InlineData("k7wq-82pd-mmxz-a3ee", null)]
    [InlineData("кырсык тоо булак китеп", null)]
    public void Of_Password_IsKnownAsWhatItIs(string password, object? expected) => Assert.Equal((Weakness?)expected, CommonPasswords.Of(password));

    [Fact]
    public void Of_EveryListedPasswordAsLongAsTheRuleAsks_IsRefused()
    {
        Assert.True(CommonPasswords.Count > 10_000, $"{CommonPasswords.Count} on the list");
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common_passwords.txt")!;
        using var reader = new StreamReader(stream);
        var listed = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var tried = listed.Where(word => word.Length >= PasswordRule.Shortest)
            .Concat(listed.Where(word => word.Length >= 8 && word.All(char.IsAsciiLetter)).Take(1000).Select(word => word + "2026"))
            .Concat(listed.Where(word => word.Length >= 6 && word.All(char.IsAsciiLetter)).Take(1000).Select(word => $"{word}.{word}1"))
            .ToList();
        Assert.True(tried.Count > 2000, $"{tried.Count} passwords tried");
        Assert.All(tried, password => Assert.NotNull(CommonPasswords.Of(password)));
    }

    [Fact]
    public void Problem_EachFault_SaysWhich()
    {
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.TooShort, PasswordRule.Problem("donor", "old", "short", "short"));
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.TooLong, PasswordRule.Problem("donor", "old", new string('x', 200), new string('x', 200)));
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.NotSame, PasswordRule.Problem("donor", "old", "three unrelated words", "three unrelated word"));
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.TooLike, PasswordRule.Problem("donor", "old", "blue Donor mountain lake", "blue Donor mountain lake"));
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.TooCommon, PasswordRule.Problem("donor", "old", "password1234", "password1234"));
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.Run, PasswordRule.Problem("donor", "old", "qwertyuiop12", "qwertyuiop12"));
        Assert.Equal<Analytics.Domain.LocalText?>(SignInText.Repeated, PasswordRule.Problem("donor", "old", "aaaaaaaaaaaa", "aaaaaaaaaaaa"));
        Assert.Null(PasswordRule.Problem("donor", "old", "three unrelated words", "three unrelated words"));
    }
}
