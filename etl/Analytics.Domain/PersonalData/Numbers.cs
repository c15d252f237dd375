using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>Goes once through a text's runs of digits and asks each recogniser of numbers in turn, the most certain first.</summary>
internal static class Numbers
{
    private const int FewGroups = 48;

    public static void Scan(ReadOnlySpan<char> text, int digits, ValueContext context, ref Findings findings)
    {
        var rented = digits > FewGroups ? ArrayPool<DigitGroup>.Shared.Rent(digits) : null;
        Span<DigitGroup> room = rented ?? stackalloc DigitGroup[FewGroups];
        Scan(text, room[..DigitGroups.Read(text, room)], context, ref findings);
        if (rented is not null)
        {
            ArrayPool<DigitGroup>.Shared.Return(rented);
        }
    }

    private static void Scan(ReadOnlySpan<char> text, ReadOnlySpan<DigitGroup> groups, ValueContext context, ref Findings findings)
    {
        var at = 0;
        while (at < groups.Length)
        {
            var place = new NumberPlace(text, groups, at, context);
            IdentifierKind? kind = null;
            var (taken, start) = (0, groups[at].Start);
            if ((taken = PersonalNumbers.Territory(place)) > 0)
            {
                at += taken;
                continue;
            }

            if ((taken = PersonalNumbers.At(place)) > 0)
            {
                kind = IdentifierKind.PersonalNumber;
            }
            else if ((taken = BankNumbers.At(place)) > 0)
            {
                kind = IdentifierKind.BankAccount;
            }
            else if ((taken = DocumentNumbers.At(place, out start)) > 0)
            {
                kind = IdentifierKind.DocumentNumber;
            }
            else if ((taken = PhoneNumbers.At(place, out start)) > 0)
            {
                kind = IdentifierKind.PhoneNumber;
            }
            else if ((taken = DeviceAddresses.At(place)) > 0)
            {
                kind = IdentifierKind.DeviceAddress;
            }
            else if ((taken = MapPoints.At(place)) > 0)
            {
                kind = IdentifierKind.Coordinates;
            }

            if (kind is { } found)
            {
                findings.Add(found, start, groups[at + taken - 1].End);
                if (findings.Done)
                {
                    return;
                }
            }

            at += Math.Max(1, taken);
        }
    }
}

/// <summary>One group of digits with all that follow it and the text around.</summary>
internal readonly ref struct NumberPlace(ReadOnlySpan<char> text, ReadOnlySpan<DigitGroup> groups, int at, ValueContext context)
{
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>This group and those behind it.</summary>
    public ReadOnlySpan<DigitGroup> Groups { get; } = groups[at..];

    public ValueContext Context { get; } = context;

    public DigitGroup Group => Groups[0];

    /// <summary>What stands before this group; <see cref="Gap.Break"/> at the text's beginning.</summary>
    public Gap Before { get; } = at == 0 ? Gap.Break : groups[at - 1].Gap;

    /// <summary>Numbers may stand alone in prose and in columns nobody described; elsewhere more proof is wanted.</summary>
    public bool IsLoose => Context is ValueContext.FreeText or ValueContext.Unmapped;

    /// <summary>The character <paramref name="steps"/> before the group; a space outside the text.</summary>
    public char Back(int steps) => Group.Start - steps >= 0 ? Text[Group.Start - steps] : ' ';

    /// <summary>Nothing but these groups (and a ".0" that a spreadsheet put behind) is in the chain of joined numbers.</summary>
    public bool IsWholeChain(int taken) =>
        (Before & Gap.Break) != Gap.None
        && ((Groups[taken - 1].Gap & Gap.Break) != Gap.None
            || (taken < Groups.Length && Groups[taken - 1].Gap == Gap.Stop && Text[Groups[taken].Start..Groups[taken].End] is "0" or "00"));

    /// <summary>Nothing but this number is in the value, brackets, spaces and marks aside.</summary>
    public bool IsWholeValue(int taken)
    {
        foreach (var c in Text[..Group.Start])
        {
            if (char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        foreach (var c in Text[Groups[taken - 1].End..])
        {
            if (char.IsLetterOrDigit(c) && c != '0')
            {
                return false;
            }
        }

        return true;
    }
}
