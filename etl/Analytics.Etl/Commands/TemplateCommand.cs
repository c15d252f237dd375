using System.CommandLine;
using Analytics.Contracts;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Templates;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics template FEED [--lang ru] [FILE]</c>: an Excel file to fill in, that loads without a mapping.</summary>
internal static class TemplateCommand
{
    private static readonly Argument<string> s_feed = new("FEED") { Description = $"One of: {string.Join(", ", FeedList.Names)}." };

    private static readonly Argument<string?> s_file = new("FILE")
    {
        Description = "Where to write it (default: FEED-LANG.xlsx here).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> s_language = new("--lang")
    {
        Description = "Language of whoever fills it in: en, ru or ky.",
        HelpName = "LANG",
        DefaultValueFactory = _ => "en",
    };

    public static Command Create()
    {
        var command = new Command("template", "Write an Excel template of a feed.") { s_feed, s_file, s_language };
        command.SetAction((parsed, token) => RunAsync(parsed, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken token)
    {
        if (FeedList.Find(parsed.GetValue(s_feed)!) is not { } feed)
        {
            return Exit.Usage($"there is no feed '{parsed.GetValue(s_feed)}'; give one of: {string.Join(", ", FeedList.Names)}.");
        }

        var language = parsed.GetValue(s_language)!;
        if (!LocalText.Languages.Contains(language, StringComparer.Ordinal))
        {
            return Exit.Usage($"there is no language '{language}'; give one of: {string.Join(", ", LocalText.Languages)}.");
        }

        var path = parsed.GetValue(s_file) ?? Catalogue.TemplateOf(feed.Name, language);
        await File.WriteAllBytesAsync(path, Template.Write(feed, language), token);
        Console.WriteLine(path);
        return Exit.Done;
    }
}
