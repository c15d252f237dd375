using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Analytics.Etl.Tests")]
