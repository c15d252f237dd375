using System.Globalization;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Where a column that somebody names stands in a header; -1 when it is not there or not the only one.</summary>
internal static class HeaderIndex
{
    /// <inheritdoc cref="Of(string, string[], IReadOnlyList{string})"/>
    public static int Of(string name, IReadOnlyList<string> header) => Of(name, [.. header.Select(HeaderName.Fold)], header);

    /// <summary>
    /// The column of that name, as it is written before as it is compared; <c>#3</c> is the third, and a pattern the only one that fits it. Else the only
    /// one inside it or inside a group, as nested formats give: <c>forms.form</c> or <c>case/forms</c> for <c>forms</c>.
    /// </summary>
    public static int Of(string name, string[] folded, IReadOnlyList<string> header)
    {
        if (Exactly(name, header) is >= 0 and var exact)
        {
            return exact;
        }

        if (name is ['#', ..] && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return place >= 1 && place <= header.Count ? place - 1 : -1;
        }

        if (ReadSettings.IsPattern(name))
        {
            return header.Index().Where(h => ReadSettings.Names(name, h.Item)).Select(h => h.Index).ToList() is [var fits] ? fits : -1;
        }

        var index = Array.IndexOf(folded, HeaderName.Fold(name));
        if (index >= 0)
        {
            return index;
        }

        var inside = header.Index().Where(h => h.Item.StartsWith($"{name}.", StringComparison.OrdinalIgnoreCase)
            || h.Item.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase) || h.Item.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase)).ToList();
        return inside is [var only] ? only.Index : -1;
    }

    /// <summary>The only column of a name as it is written, but for its case: forms/other is not forms_other.</summary>
    public static int Exactly(string name, IReadOnlyList<string> header)
    {
        var found = -1;
        for (var i = 0; i < header.Count; i++)
        {
            if (string.Equals(header[i], HeaderName.Clean(name), StringComparison.OrdinalIgnoreCase))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }
}
