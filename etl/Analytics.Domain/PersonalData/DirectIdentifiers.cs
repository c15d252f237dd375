using System.Buffers;
using System.Text;

namespace Analytics.Domain.PersonalData;

/// <summary>
/// Personal-data detection: recognises what points at one person, in column headers and in values, in English, Russian and
/// Kyrgyz, with header words and names of Uzbek and Tajik as well. Pure, linear in the text's length, and without allocation for
/// values that are found clean or are read for their first finding only.
/// </summary>
public static class DirectIdentifiers
{
    private const int ShortValue = 256;
    private const int FewestDigits = 5;
    private const int FewestOfIban = 8;
    private const int ColonsOfMac = 5;

    /// <summary>Passes of <see cref="Scrub"/>: what a mark brings together may be an identifier again.</summary>
    private const int Passes = 8;

    /// <summary>What a column holds by its header; also when the header is a value itself, as in a file without a header row.</summary>
    /// <returns>The kind, or null for a header that names no direct identifier.</returns>
    public static IdentifierKind? InHeader(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return HeaderWords.Find(header) ?? (InValue(header, ValueContext.Reference) is { } kind && kind != IdentifierKind.PostalAddress ? kind : null);
    }

    /// <summary>The first direct identifier in a value, the certain kinds before the likely; the result never carries the value itself.</summary>
    /// <param name="value">As received: not trimmed, in any script.</param>
    /// <param name="context">What the value ought to be.</param>
    /// <returns>The kind, or null for a clean value.</returns>
    public static IdentifierKind? InValue(ReadOnlySpan<char> value, ValueContext context)
    {
        if (context != ValueContext.FreeText && Opaque.Is(value))
        {
            return null;
        }

        var look = FirstLook.At(value);
        if (!look.HasLetter && !look.IsStrange && look.Digits < FewestDigits && !look.HasAtSign)
        {
            return null;
        }

        var findings = new Findings(all: null);
        if (!look.IsStrange)
        {
            Scan(value, look, context, ref findings);
            return findings.First;
        }

        var rented = value.Length > ShortValue ? ArrayPool<char>.Shared.Rent(value.Length) : null;
        Span<char> plain = rented ?? stackalloc char[ShortValue];
        plain = plain[..PlainText.Write(value, plain, [])];
        Scan(plain, FirstLook.At(plain), context, ref findings);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return findings.First;
    }

    /// <summary>Puts a mark in the place of every identifier of a free text; what is left has no identifier that is detected.</summary>
    /// <returns>The text, the same instance when nothing was found, and the kinds found, each once.</returns>
    public static (string Scrubbed, IReadOnlyList<IdentifierKind> Found) Scrub(string freeText)
    {
        ArgumentNullException.ThrowIfNull(freeText);
        var found = new SortedSet<IdentifierKind>();
        var text = freeText;
        for (var pass = 0; pass < Passes; pass++)
        {
            var cuts = Cuts(text);
            if (cuts.Count == 0)
            {
                return (text, [.. found]);
            }

            found.UnionWith(cuts.Select(cut => cut.Kind));
            text = Replace(text, cuts);
        }

        // Text made to outlast the passes is no prose worth keeping.
        return InValue(text, ValueContext.FreeText) is null ? (text, [.. found]) : ("[…]", [.. found]);
    }

    /// <summary>Findings in the original's positions, in order, without overlap.</summary>
    private static List<Finding> Cuts(string text)
    {
        var plain = new char[text.Length];
        var origins = new int[text.Length];
        var length = PlainText.Write(text, plain, origins);
        var findings = new List<Finding>();
        var sink = new Findings(findings);
        var clean = plain.AsSpan(0, length);
        Scan(clean, FirstLook.At(clean), ValueContext.FreeText, ref sink);
        var cuts = new List<Finding>();
        foreach (var finding in findings.OrderBy(f => f.Start).ThenByDescending(f => f.End))
        {
            var start = origins[finding.Start];
            var end = finding.End < length ? origins[finding.End] : text.Length;
            if (cuts.Count > 0 && start < cuts[^1].End)
            {
                cuts[^1] = cuts[^1] with { End = Math.Max(end, cuts[^1].End) };
            }
            else
            {
                cuts.Add(new(finding.Kind, start, end));
            }
        }

        return cuts;
    }

    private static string Replace(string text, List<Finding> cuts)
    {
        var scrubbed = new StringBuilder(text.Length);
        var kept = 0;
        foreach (var cut in cuts)
        {
            scrubbed.Append(text, kept, cut.Start - kept).Append(IdentifierText.Mark(cut.Kind));
            kept = cut.End;
        }

        return scrubbed.Append(text, kept, text.Length - kept).ToString();
    }

    private static void Scan(ReadOnlySpan<char> text, FirstLook look, ValueContext context, ref Findings findings)
    {
        if (context != ValueContext.FreeText && IsExpected(text, look, context))
        {
            return;
        }

        if (look.HasLetter && (look.HasAtSign || text.ContainsAny('(', '[') || context is ValueContext.FreeText or ValueContext.Unmapped))
        {
            MailAddresses.Scan(text, ref findings);
        }

        if (look.HasLetter && (look.HasSlash || look.HasColon) && !findings.Done)
        {
            SocialAccounts.ScanLinks(text, ref findings);
        }

        if (look.Digits >= FewestDigits && !findings.Done)
        {
            ScanNumbers(text, look, context, ref findings);
        }

        if (look.HasLetter && !findings.Done)
        {
            ScanWords(text, look, context, ref findings);
        }
    }

    private static void ScanNumbers(ReadOnlySpan<char> text, FirstLook look, ValueContext context, ref Findings findings)
    {
        if (look.HasLetter && look.Digits >= FewestOfIban)
        {
            BankNumbers.Scan(text, ref findings);
        }

        if (!findings.Done)
        {
            Numbers.Scan(text, look.Digits, context, ref findings);
        }

        if (!findings.Done)
        {
            MapPoints.Scan(text, ref findings);
        }
    }

    private static void ScanWords(ReadOnlySpan<char> text, FirstLook look, ValueContext context, ref Findings findings)
    {
        if (!findings.Done && look.HasAtSign)
        {
            SocialAccounts.ScanHandles(text, ref findings);
        }

        if (!findings.Done && (look.HasColon || context is ValueContext.FreeText or ValueContext.Unmapped))
        {
            SocialAccounts.ScanNamed(text, ref findings);
        }

        if (!findings.Done && (look.HasColon || text.Count('-') >= ColonsOfMac))
        {
            DeviceAddresses.Scan(text, ref findings);
        }

        if (!findings.Done && look.Digits > 0 && context != ValueContext.Date && text.ContainsAny(' ', '.', ','))
        {
            PostalAddresses.Scan(text, ref findings);
        }

        if (!findings.Done)
        {
            PersonNames.Scan(text, ref findings);
        }
    }

    /// <summary>A value that is exactly what its column wants, though its digits could be read as something else.</summary>
    private static bool IsExpected(ReadOnlySpan<char> text, FirstLook look, ValueContext context) =>
        look.Digits >= FewestDigits
        && (Timestamps.Is(text, compact: context == ValueContext.Date) || (context is ValueContext.Number or ValueContext.Date && IsDecimal(text)));

    /// <summary>A whole part of at most eight digits and a fraction: a share, or a spreadsheet's date.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart('-');
        var point = text.IndexOfAny('.', ',');
        return point is > 0 and <= 8 && point < text.Length - 1
            && Timestamps.AreDigits(text[..point]) && Timestamps.AreDigits(text[(point + 1)..])
            && (point == 1 || text[0] != '0');
    }
}
