using Analytics.Etl.Commands;

return await CommandLine.RunAsync(args);
