namespace Analytics.Etl.Ingest.Files;

/// <summary>The text of one field of a row, as UTF-8.</summary>
internal static class FieldText
{
    /// <summary>Without white space around it: ASCII and the no-break space.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        while (value.StartsWith("\u00A0"u8))
        {
            value = value["\u00A0"u8.Length..].TrimStart(" \t"u8);
        }

        while (value.EndsWith("\u00A0"u8))
        {
            value = value[..^"\u00A0"u8.Length].TrimEnd(" \t"u8);
        }

        return value;
    }
}
