using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Shared;
using Analytics.Database.Accounts;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Audit;

/// <summary>A page of the audit, as the address asks for it.</summary>
/// <param name="Choices">The accounts and actions that it names.</param>
public sealed record AuditView(AuditState State, IReadOnlyList<AuditEntry> Entries, IReadOnlyList<(string Kind, string Code)> Choices)
{
    public const string BeforeKey = "before";
    public const int PageSize = 200;
    private const string AccountKey = "account";
    private const string ActionKey = "action";
    private const string DaysKey = "days";
    private static readonly int[] s_days = [1, 7, 30, 90];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Older => Entries.Count == PageSize ? Entries[^1].AuditId.ToString(CultureInfo.InvariantCulture) : null;

    public static async Task<AuditView> ReadAsync(AuditLog log, Address address, DateTimeOffset now, CancellationToken token)
    {
        DateTimeOffset? from = Number(address.Value(DaysKey)) is { } days and > 0 and < 10_000 ? now.AddDays(-days) : null;
        return new AuditView(
            await log.StateAsync(token),
            await log.ListAsync(address.Value(AccountKey), address.Value(ActionKey), from, Number(address.Value(BeforeKey)), PageSize, token),
            await log.ChoicesAsync(token));
    }

    public IReadOnlyList<Filter> Filters(Reader reader) =>
    [
        Filter.Of(
            reader, AuditText.Account, AccountKey,
            [(null, AuditText.Everyone), .. Codes("account").Where(code => code.Length > 0).Select(code => ((string?)code, LocalText.Same(code)))], reader.Address.Value(AccountKey)),
        Filter.Of(
            reader, AuditText.Action, ActionKey,
            [(null, AuditText.Everything), .. Codes("action").Select(code => ((string?)code, AuditText.Name(code)))], reader.Address.Value(ActionKey)),
        Filter.Of(
            reader, AuditText.Days, DaysKey,
            [
                (null, AuditText.AnyTime),
                .. s_days.Select(days => ((string?)days.ToString(CultureInfo.InvariantCulture), AuditText.LastDays.For(days).With(days))),
            ],
            reader.Address.Value(DaysKey)),
    ];

    private IEnumerable<string> Codes(string kind) => Choices.Where(choice => choice.Kind == kind).Select(choice => choice.Code);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
