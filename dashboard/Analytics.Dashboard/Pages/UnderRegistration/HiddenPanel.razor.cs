using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Domain;
using Analytics.Domain.Estimation;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>The estimate of those on no list with what it rests on, or its refusal with the reasons.</summary>
public sealed partial class HiddenPanel
{
    private static readonly (string Code, LocalText Name)[] s_tabs =
    [
        ("estimate", HiddenText.TabEstimate), ("overlaps", HiddenText.TabOverlaps), ("sensitivity", HiddenText.TabSensitivity), ("method", HiddenText.TabMethod),
    ];

    private string _tab = "estimate";

    [CascadingParameter]
    public required Reader Reader { get; set; }

    /// <summary>Null where none is published for the period.</summary>
    [Parameter, EditorRequired]
    public EstimateSummary? Estimate { get; set; }

    [Parameter, EditorRequired]
    public required string PeriodName { get; set; }

    /// <summary>Sources and data-as-of of the lists.</summary>
    [Parameter, EditorRequired]
    public required string SourceLine { get; set; }

    private static string Level(VerdictLevel level) => level switch
    {
        VerdictLevel.Estimable => "estimable",
        VerdictLevel.EstimableWithCaution => "caution",
        _ => "refused",
    };

    /// <summary>Overlaps that anybody has or may have, the largest first, the withheld last.</summary>
    private IEnumerable<Overlap> Rows() => Estimate!.Overlaps.Where(overlap => overlap.Status != "zero")
        .OrderByDescending(overlap => overlap.Persons ?? -1).ThenBy(overlap => overlap.Lists);

    private string Width(long persons) =>
        $"{Math.Max(2, 160 * persons / Math.Max(1, Estimate!.Overlaps.Max(overlap => overlap.Persons ?? 0))).ToString(CultureInfo.InvariantCulture)}px";

    private string Count(Overlap total) => total.Persons is { } persons ? Reader.Language.Number(persons) : Reader.Text(HiddenText.WithheldWord);

    private string Number(double? value) => value is { } number && double.IsFinite(number) ? Reader.Language.Number((decimal)number) : Reader.Text(HiddenText.Open);

    private string Range(Interval range) => range.Lower is null ? Reader.Text(HiddenText.None) : $"{Number(range.Lower)}–{Number(range.Upper)}";

    private string Share(double? share) => share is { } known ? Reader.Language.Percent((decimal)known) : "–";

    private string Subject(string? list) => list is null ? "" : Reader.Text(HiddenText.List(list));

    /// <summary>The two lists of a reason about two, where the reader may know them.</summary>
    private string Named(ReasonSummary reason) => reason is { Subject: { } subject, Other: { } other } ? $" {Subject(subject)} – {Subject(other)}." : "";

    private string Limit(ReasonSummary reason) => reason.Limit is not { } limit ? ""
        : Reader.Language.Number((decimal)(reason.Code is ReasonCode.LinkageError ? limit * 100 : limit));

    private IEnumerable<(string What, string Gives)> Sensitivity()
    {
        var estimate = Estimate!;
        if (estimate.Hidden is null)
        {
            yield return (Reader.Text(HiddenText.Hidden), Reader.Text(estimate.Withheld ? HiddenText.WithheldWord : HiddenText.None));
            yield break;
        }

        yield return (Reader.Text(HiddenText.NearModels), Range(estimate.NearModels));
        yield return (Reader.Text(HiddenText.Thresholds), Range(estimate.Thresholds));
        foreach (var without in estimate.WithoutLists)
        {
            yield return (Reader.Text(HiddenText.WithoutList, Subject(without.List)), without.Hidden is null ? Reader.Text(HiddenText.None) : Number(without.Hidden));
        }

        if (estimate.LinkageChange is { } change)
        {
            yield return (Reader.Text(HiddenText.LinkageEffect), Reader.Language.Change((decimal)change));
        }

        var number = 0;
        foreach (var model in estimate.Models)
        {
            number++;
            var name = model.Name is null ? Reader.Text(HiddenText.ModelNumber, number)
                : model.Name.Length == 0 ? Reader.Text(HiddenText.MainEffects)
                : string.Join(" + ", model.Name.Split(" + ").Select(pair => string.Join(" × ", pair.Split(':').Select(list => Reader.Text(HiddenText.List(list))))));
            yield return (Reader.Text(HiddenText.ModelShare, name), Share(model.Share));
        }

        yield return (Reader.Text(HiddenText.ModelsChosen, estimate.Replicates), Reader.Language.Number(estimate.DistinctModels));
    }
}
