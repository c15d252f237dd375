using System.Text;
using Analytics.Demo;

namespace Analytics.Benchmarks;

/// <summary>A hotline file of any length, from the demonstration's: Windows-1251, semicolons, ISO times, names of places in three languages.</summary>
internal static class ContactFile
{
    private const int Year = 2023;

    /// <param name="rows">Rows after the header.</param>
    /// <returns>Its path.</returns>
    public static string Write(string folder, int rows)
    {
        var demo = Path.Combine(folder, "demo");
        var source = Path.Combine(demo, "demo_hotline", $"synthetic_hotline_{Year}.csv");
        if (!File.Exists(source))
        {
            DemoWriter.Write(demo, DemoOptions.For(TimeProvider.System) with { FirstYear = Year, LastYear = Year, Contacts = DemoOptions.MostContacts });
        }

        var path = Path.Combine(folder, $"contacts_{rows}.csv");
        using var target = new StreamWriter(path, append: false, Encoding.Latin1, 1 << 20) { NewLine = "\r\n" };
        var written = 0;
        for (var copy = 0; written < rows; copy++)
        {
            // Bytes are kept as they are; only the contact's number changes from copy to copy.
            using var lines = new StreamReader(source, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, 1 << 20);
            var header = lines.ReadLine()!;
            if (copy == 0)
            {
                target.WriteLine(header);
            }

            for (; written < rows && lines.ReadLine() is { } line; written++)
            {
                target.Write('B');
                target.Write((char)('a' + (copy / 26)));
                target.Write((char)('a' + (copy % 26)));
                target.WriteLine(line);
            }
        }

        return path;
    }
}
