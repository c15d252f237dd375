using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Programmes;
using Dapper;

namespace Analytics.Dashboard.Pages.Programmes;

/// <param name="Regions">SOATE codes; empty for the whole country.</param>
public sealed record DeclaredProgramme(string Code, LocalText Name, DateOnly From, DateOnly? To, IReadOnlyList<string> Regions);

/// <param name="Account">Whose page opens on this donor's programmes.</param>
public sealed record DeclaredDonor(string Code, LocalText Name, string? Account);

public sealed record DonorShare(string Programme, string Donor, DateOnly From, DateOnly Until, decimal Share);

/// <summary>A target as it was entered on one day; the latest of a period holds.</summary>
public sealed record DeclaredTarget(string Programme, string Measure, int Year, DateOnly EnteredOn, decimal Value)
{
    /// <summary>Set when the results had begun to come in.</summary>
    public bool IsLate => EnteredOn >= new DateOnly(Year, 1, 1);
}

/// <summary>What is declared of programmes.</summary>
public sealed record Declared(
    IReadOnlyList<DeclaredProgramme> Programmes,
    IReadOnlyList<DeclaredDonor> Donors,
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<DonorShare> Shares,
    IReadOnlyList<DeclaredTarget> Targets);

/// <summary>A before-and-after of the publication.</summary>
/// <param name="Kind">programme or event.</param>
public sealed record BeforeAfterAnswer(string Kind, string Subject, string Measure, bool Monthly, DateOnly On, Outcome Outcome, BeforeAfterBody Body);

/// <summary>Programmes and what was found of them, through the reader's own role.</summary>
public sealed class ProgrammesQuery(ProfileDatabase databases)
{
    private const string OtherDonors = "other";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What is declared, of the programmes and donors that the reader may see.</summary>
    /// <param name="own">The donor that a donor's account belongs to.</param>
    public async Task<Declared> DeclaredAsync(ClaimsPrincipal user, string? own, CancellationToken token)
    {
        var rights = Rights.Of(user);
        // A share times what a programme reached is the credit: of other donors neither is told, and what they pay is pooled.
        bool Sees(string donor) => !rights.IsDonor || donor == own;
        await using var connection = await databases.Of(user).Database.OpenConnectionAsync(token);
        await using var sets = await connection.QueryMultipleAsync(new CommandDefinition(SqlText.Beside<ProgrammesQuery>("declared.sql"), cancellationToken: token));
        return new Declared(
            [.. (await sets.ReadAsync<ProgrammeRow>()).Where(row => rights.MayProgramme(row.Code)).Select(row => new DeclaredProgramme(row.Code, row.Name, row.From, row.To, row.Regions))],
            [.. (await sets.ReadAsync<NamedRow>()).Where(row => Sees(row.Code)).Select(row => new DeclaredDonor(row.Code, row.Name, row.Account))],
            [.. (await sets.ReadAsync<GrantRow>()).Select(row => new Grant(row.Programme, Sees(row.Donor) ? row.Donor : OtherDonors, row.From, row.To, row.Amount, row.Currency, null))],
            [.. (await sets.ReadAsync<DonorShare>()).Where(row => Sees(row.Donor))],
            [.. (await sets.ReadAsync<TargetRow>()).Select(row => new DeclaredTarget(
                row.Programme, row.Measure, int.Parse(row.Period, System.Globalization.CultureInfo.InvariantCulture), row.EnteredOn, row.Value))]);
    }

    public async Task<IReadOnlyList<BeforeAfterAnswer>> EvaluationsAsync(ClaimsPrincipal user, string programme, CancellationToken token)
    {
        await using var connection = await databases.Of(user).Database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<EvaluationRow>(new CommandDefinition(SqlText.Beside<ProgrammesQuery>("evaluations.sql"), new { programme }, cancellationToken: token));
        return [.. rows.Select(row => new BeforeAfterAnswer(
            row.Kind, row.Subject, row.Measure, row.Frequency == "month", row.On, OutcomeOf(row.Outcome), JsonSerializer.Deserialize<BeforeAfterBody>(row.Body, s_json)!))];
    }

    private static Outcome OutcomeOf(string code) => code switch
    {
        "improved" => Outcome.Improved,
        "worsened" => Outcome.Worsened,
        "no_change" => Outcome.NoChange,
        "cannot_be_told" => Outcome.CannotBeTold,
        _ => throw new InvalidOperationException($"pub.evaluation.outcome is {code}; expected improved, worsened, no_change or cannot_be_told."),
    };

    private class NamedRow
    {
        public required string Code { get; init; }
        public string? Account { get; init; }
        public required string En { get; init; }
        public required string Ru { get; init; }
        public required string Ky { get; init; }
        public LocalText Name => new(En, Ru, Ky);
    }

    private sealed class ProgrammeRow : NamedRow
    {
        public DateOnly From { get; init; }
        public DateOnly? To { get; init; }
        public required string[] Regions { get; init; }
    }

    private sealed record GrantRow(string Programme, string Donor, DateOnly From, DateOnly To, decimal Amount, string Currency);

    private sealed record TargetRow(string Programme, string Measure, string Period, DateOnly EnteredOn, decimal Value);

    private sealed record EvaluationRow(string Kind, string Subject, string Measure, string Frequency, DateOnly On, string Outcome, string Body);
}
