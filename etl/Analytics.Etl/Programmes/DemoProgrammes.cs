using System.Reflection;

namespace Analytics.Etl.Programmes;

/// <summary>The synthetic programmes: three, two of them sharing persons and co-funded by two donors.</summary>
internal static class DemoProgrammes
{
    private const string Resources = "Programmes/Demo/";

    /// <summary>Writes the files where none are; those of anybody else stay.</summary>
    public static void WriteOnce(string folder)
    {
        if (ProgrammeFiles.AreIn(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)))
        {
            using var from = assembly.GetManifestResourceStream(name)!;
            using var to = File.Create(Path.Combine(folder, name[Resources.Length..]));
            from.CopyTo(to);
        }
    }
}
