using System.Text.Json;
using System.Xml.Linq;
using Analytics.Testing;

namespace Analytics.Etl.Tests.Packages;

/// <summary>Every package that the product ships, with its licence, as restored packages and lock file state them.</summary>
internal static class NoticeFile
{
    private const string Head = """
        # Third-party notices

        The product contains or is built with these packages under the licences named; their texts come with the packages. This file is
        written from the restored packages by `ANALYTICS_WRITE=1 dotnet test tests/Analytics.Etl.Tests --filter ThirdPartyNotices`, and a
        test fails when it no longer says what they say.
        """;

    public static string Path { get; } = System.IO.Path.Combine(ProjectRoot.Path, "THIRD-PARTY-NOTICES.md");

    public static string Text() => string.Join('\n', [Head, "", .. Table("NuGet", NuGet()), "", .. Table("npm", Npm()), ""]);

    private static IEnumerable<string> Table(string title, IEnumerable<(string Name, string Licence)> packages) =>
    [
        $"## {title}", "", "| package | licence |", "|---|---|",
        .. packages.Distinct().OrderBy(package => package.Name, StringComparer.Ordinal).Select(package => $"| {package.Name} | {package.Licence} |"),
    ];

    // Only what has a library to load is shipped; analyzers are not.
    private static IEnumerable<(string Name, string Licence)> NuGet()
    {
        foreach (var project in (string[])["etl/Analytics.Etl", "dashboard/Analytics.Dashboard"])
        {
            using var assets = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(ProjectRoot.Path, project, "obj", "project.assets.json")));
            var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
            var libraries = assets.RootElement.GetProperty("libraries");
            foreach (var package in assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
            {
                if (package.Value.GetProperty("type").ValueEquals("package") && IsShipped(package.Value))
                {
                    var path = libraries.GetProperty(package.Name).GetProperty("path").GetString()!;
                    var folder = folders.Select(root => System.IO.Path.Combine(root, path)).First(Directory.Exists);
                    yield return (package.Name.Split('/')[0], Licence(Directory.EnumerateFiles(folder, "*.nuspec").Single()));
                }
            }
        }
    }

    private static bool IsShipped(JsonElement package) => new[] { "runtime", "runtimeTargets" }.Any(kind =>
        package.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));

    private static string Licence(string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        return Value("license") ?? Value("licenseUrl") ?? "not stated";
    }

    private static IEnumerable<(string Name, string Licence)> Npm()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(ProjectRoot.Path, "package-lock.json")));
        const string Folder = "node_modules/";
        foreach (var package in file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
        {
            var licence = package.Value.TryGetProperty("license", out var stated) ? stated.GetString()! : "not stated in the lock file";
            yield return (package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], licence);
        }
    }
}
