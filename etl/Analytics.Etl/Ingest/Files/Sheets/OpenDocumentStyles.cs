using System.Xml;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>Of the styles of an OpenDocument spreadsheet: which tables are hidden, and how much of a date a cell shows.</summary>
internal sealed class OpenDocumentStyles
{
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string TableNs = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";

    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _dataStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _dates = new(StringComparer.Ordinal);

    private OpenDocumentStyles()
    {
    }

    /// <summary>Reads up to the first table.</summary>
    public static OpenDocumentStyles Read(XmlReader reader)
    {
        var styles = new OpenDocumentStyles();
        string style = "", date = "";
        while (reader.Read() && !(reader.NodeType == XmlNodeType.Element && reader.LocalName == "table" && reader.NamespaceURI == TableNs))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style" when reader.NamespaceURI == Style:
                    style = reader.GetAttribute("name", Style) ?? "";
                    if (reader.GetAttribute("data-style-name", Style) is { } data)
                    {
                        styles._dataStyles[style] = data;
                    }

                    break;
                case "table-properties" when reader.GetAttribute("display", TableNs) == "false":
                    styles._hidden.Add(style);
                    break;
                case "date-style":
                    date = reader.GetAttribute("name", Style) ?? "";
                    styles._dates[date] = "";
                    break;
                case "day" or "month" or "year" or "hours" when reader.NamespaceURI == Number && styles._dates.TryGetValue(date, out var shown):
                    // As the formats of Excel say it: d, m, y, h.
                    styles._dates[date] = shown + reader.LocalName[0];
                    break;
                default:
                    break;
            }
        }

        return styles;
    }

    public bool HidesTable(string style) => _hidden.Contains(style);

    /// <summary>What a cell shows of its date, as a number format; null where its style says nothing.</summary>
    public string? DateFormat(string? style) => style is not null && _dataStyles.TryGetValue(style, out var data) && _dates.TryGetValue(data, out var shown) && shown.Length > 0 ? shown : null;
}
