using Analytics.Etl.Commands;
using Analytics.Etl.Ingest.Files;

return args is [ReaderCommand.Name] ? ReaderCommand.Run() : await CommandLine.RunAsync(args);
