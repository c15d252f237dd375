using System.Globalization;
using System.Text;
using System.Xml;
using Analytics.Demo.Crimes;

namespace Analytics.Demo.Files;

/// <summary>`demo_register_crime`: an XML file a year; the first comes from the old system, in Windows-1251 with dates written day first.</summary>
internal static class RegisterCrimeXml
{
    public const string Source = "demo_register_crime";

    // Officers name the district more often than organisations do.
    private const double DistrictNamed = 0.85;

    public static IEnumerable<DemoFile> Files(IReadOnlyList<Crime> crimes, DemoOptions options) => crimes
        .GroupBy(crime => crime.RegisteredAt.Year)
        .Select(year => new DemoFile(Source, $"synthetic_register_crime_{year.Key}.xml", year.Count(), stream => Write(stream, year.Key, [.. year], options)));

    private static void Write(Stream stream, int year, IReadOnlyList<Crime> crimes, DemoOptions options)
    {
        var old = year == options.FirstYear;
        var encoding = old ? Places.Windows1251Encoding : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var dates = old ? "dd.MM.yyyy" : "yyyy-MM-dd";
        var spelling = new SeededRandom(options.Seed, $"crimes/{year}/spelling");
        using var xml = XmlWriter.Create(stream, new() { Encoding = encoding, Indent = true, NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteComment(" Синтетические демонстрационные данные. Synthetic demonstration data. ");
        xml.WriteStartElement("register");
        xml.WriteAttributeString("synthetic", "true");
        foreach (var crime in crimes)
        {
            xml.WriteStartElement("crime");
            xml.WriteElementString("register_no", crime.RegisterNo);
            xml.WriteElementString("registered_at", crime.RegisteredAt.ToString(dates, CultureInfo.InvariantCulture));
            xml.WriteElementString("article", crime.Article);
            xml.WriteElementString("region", Places.SpellOrDistrict(crime.Region, DistrictNamed, spelling, encoding));
            xml.WriteElementString("victims_count", crime.Victims.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("victim_tokens", crime.VictimTokens.Count == 0 ? null : string.Join('|', crime.VictimTokens));
            xml.WriteElementString("suspects_count", crime.Suspects?.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("updated_at", crime.Steps[^1].At.ToString(dates, CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
