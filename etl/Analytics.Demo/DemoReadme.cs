using System.Text;

namespace Analytics.Demo;

/// <summary>The note that says, in three languages, that nothing in the folder is real.</summary>
internal static class DemoReadme
{
    public const string Name = "README.txt";

    private const string FirstLine = "SYNTHETIC DEMONSTRATION DATA";

    public static void Write(Stream stream, DemoOptions options)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(FirstLine);
        text.WriteLine("Every row in this folder was made by a program. No row describes a real person, organisation or crime.");
        text.WriteLine("Some totals are set to published figures so that the screens can be checked against them; they are listed below.");
        text.WriteLine();
        text.WriteLine("СИНТЕТИЧЕСКИЕ ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ");
        text.WriteLine("Все строки в этой папке созданы программой. Ни одна строка не описывает реального человека, организацию или преступление.");
        text.WriteLine("Некоторые итоги приведены к опубликованным числам, чтобы по ним можно было проверить экраны; они перечислены ниже.");
        text.WriteLine();
        text.WriteLine("СИНТЕТИКАЛЫК КӨРСӨТМӨ МААЛЫМАТТАР");
        text.WriteLine("Бул папкадагы бардык саптарды программа түзгөн. Бир да сап чыныгы адамды, уюмду же кылмышты сүрөттөбөйт.");
        text.WriteLine("Экрандарды текшерүү үчүн айрым жыйынтыктар жарыяланган сандарга келтирилген; алар төмөндө көрсөтүлгөн.");
        text.WriteLine();
        text.WriteLine($"seed: {options.Seed}");
        text.WriteLine($"period: {options.Period}");
        text.WriteLine($"contacts, {DemoTargets.HotlineContacts.Span}: {options.Contacts}");
        text.WriteLine();
        foreach (var target in DemoTargets.Within(options.Period).Where(target => target != DemoTargets.HotlineContacts || options.Contacts == target.Value))
        {
            text.WriteLine($"{target.Span}: {target.Value} {target.What} ({target.SourceId}, {target.Id})");
        }
    }

    public static bool IsOurs(string path)
    {
        using var text = new StreamReader(path);
        return string.Equals(text.ReadLine(), FirstLine, StringComparison.Ordinal);
    }
}
