namespace Analytics.Demo.Cases;

/// <summary>Makes the persons assisted by NGOs, each with the first intake.</summary>
internal static class CaseModel
{
    /// <returns>One case a person, with intake in the period, by intake date.</returns>
    public static IReadOnlyList<PersonCase> Make(DemoOptions options)
    {
        var cases = CaseSlice.Of(options.Period).SelectMany(slice => InSlice(slice, options));
        return InOrder(cases.Where(c => options.Period.Contains(c.IntakeDate)));
    }

    /// <returns>The cases by intake date, each with the next reference of its organisation and year.</returns>
    public static IReadOnlyList<PersonCase> InOrder(IEnumerable<PersonCase> cases) =>
    [
        .. cases
            .GroupBy(c => (c.Organisation, c.IntakeDate.Year))
            .SelectMany(group => group.OrderBy(c => c.IntakeDate).Select((c, i) => c with { CaseRef = $"{c.Organisation.Code}/{c.IntakeDate.Year}/{i + 1:000}" }))
            .OrderBy(c => c.IntakeDate).ThenBy(c => c.CaseRef, StringComparer.Ordinal),
    ];

    private static PersonCase[] InSlice(CaseSlice slice, DemoOptions options)
    {
        var random = new SeededRandom(options.Seed, $"cases/{slice.Span.From:yyyy-MM}");
        var plans = slice.Plans(random);
        var months = new Shares<DateOnly>();
        foreach (var month in slice.Span.MonthStarts())
        {
            months.Add(month, CaseShares.Season(month));
        }

        var monthOf = random.Deal(plans.Length, months);
        var organisationOf = random.Deal(plans.Length, CaseShares.Organisations);
        var originOf = random.Deal(plans.Length, CaseShares.Origins);
        var appliedOf = random.Deal(plans.Length, CaseShares.AppliedToPolice);
        var reasonsOf = Reasons(random, appliedOf);
        var cases = plans.Select((plan, i) =>
        {
            var intake = monthOf[i].AddDays(random.Next(DateTime.DaysInMonth(monthOf[i].Year, monthOf[i].Month)));
            return One(random, plan, organisationOf[i], originOf[i], intake, slice, options) with
            {
                AppliedToPolice = appliedOf[i],
                ReasonsNotApplied = reasonsOf[i],
            };
        }).ToArray();
        return NameHotlineVictim(random, cases);
    }

    private static PersonCase One(SeededRandom random, CasePlan plan, Organisation organisation, Region? origin, DateOnly intake, CaseSlice slice, DemoOptions options)
    {
        var form = plan.Forms.Split('|')[0];
        var (age, birthYear) = Age(random, plan.Child, form, intake.Year);
        var (start, end) = Exploitation(random, intake);
        var updated = intake.AddDays(random.Between(3, 300));
        return new()
        {
            Organisation = organisation,
            IntakeDate = intake,
            Sex = plan.Sex,
            AgeAtIntake = age,
            BirthYear = birthYear,
            Citizenship = random.Pick(CaseShares.Citizenships),
            Origin = origin,
            Service = random.Chance(0.86) ? organisation.Home : random.Chance(0.85) ? origin : null,
            Destination = Destination(random, form, plan.Sex),
            Forms = plan.Forms,
            Sector = form is "forced_labour" ? random.Pick(CaseShares.Sectors) : "",
            Acts = Several(random, CaseShares.Acts, 1, 3),
            Means = plan.Child ? "" : Several(random, CaseShares.Means, 1, 2),
            Control = Several(random, CaseShares.Control, 0, 4),
            Recruitment = random.Pick(CaseShares.Recruitment),
            ExploitationStart = start,
            ExploitationEnd = end,
            IdentifiedBy = random.Pick(DemoTargets.HotlineVictims.Span.Contains(intake) ? CaseShares.IdentificationWithoutHotline : CaseShares.Identification),
            VictimStatus = !slice.Exact && random.Chance(0.03) ? "not_victim" : random.Chance(0.45) ? "confirmed" : "presumed",
            Services = plan.Served ? Several(random, CaseShares.Services, 1, 4) : "",
            AppliedToPolice = "",
            ReasonsNotApplied = "",
            Programme = intake.Year >= 2019 ? Running(random.Pick(CaseShares.Programmes), intake.Year) : "",
            UpdatedAt = updated < options.Period.To ? updated : options.Period.To,
        };
    }

    /// <summary>A programme that had not begun is not named.</summary>
    private static string Running(string programme, int year) => programme switch
    {
        "PRG-B" when year < 2020 => "",
        "PRG-C" when year < 2022 => "",
        _ => programme,
    };

    private static Country? Destination(SeededRandom random, string form, string sex)
    {
        if (form is "armed_service")
        {
            return Places.Syria;
        }

        return random.Chance(CaseShares.People(form).AtHome) ? Places.Kyrgyzstan
            : sex is "female" && form is "sexual_exploitation" or "domestic_servitude" ? random.Pick(CaseShares.DestinationsOfWomen)
            : random.Pick(CaseShares.Destinations);
    }

    /// <summary>Age is in whole years on the day of intake; the birthday may or may not have passed that year.</summary>
    private static (int? Age, int? BirthYear) Age(SeededRandom random, bool child, string form, int intakeYear)
    {
        var age = child ? random.Between(form is "forced_begging" ? 7 : 13, 17) : random.Between(18, 28) + random.Between(0, 14) + (random.Chance(0.1) ? random.Between(0, 15) : 0);
        var birthYear = intakeYear - age - random.Next(2);
        var known = random.Unit();
        return known switch
        {
            _ when child => (age, birthYear),
            < 0.86 => (age, birthYear),
            < 0.96 => (age, null),
            < 0.98 => (null, birthYear),
            _ => (null, null),
        };
    }

    /// <summary>The end is never known less exactly than the start, so that no reader can take it for the earlier one.</summary>
    private static (PartialDate? Start, PartialDate? End) Exploitation(SeededRandom random, DateOnly intake)
    {
        var end = intake.AddDays(-random.Between(5, 200));
        var start = end.AddDays(-random.Between(20, 700));
        var startPrecision = random.Pick(new Shares<Precision> { { Precision.Year, 35 }, { Precision.Month, 38 }, { Precision.Day, 27 } });
        var endPrecision = (Precision)random.Between((int)startPrecision, (int)Precision.Day);
        return (
            random.Chance(0.88) ? new PartialDate(start, startPrecision) : null,
            random.Chance(0.84) ? new PartialDate(end, endPrecision) : null);
    }

    /// <returns>For each case its reasons, none where the person applied or where it is unknown.</returns>
    private static string[] Reasons(SeededRandom random, string[] applied)
    {
        var named = applied.Select(_ => new List<string>()).ToArray();
        var silent = Enumerable.Range(0, applied.Length).Where(i => applied[i] is "no").ToArray();
        foreach (var (reason, share) in CaseShares.Reasons)
        {
            var names = random.Deal(silent.Length, share);
            foreach (var i in silent.Where((_, position) => names[position]))
            {
                named[i].Add(reason);
            }
        }

        return [.. named.Select(reasons => string.Join('|', reasons))];
    }

    private static string Several(SeededRandom random, Shares<string> from, int fewest, int most)
    {
        var count = random.Between(fewest, most);
        return string.Join('|', Enumerable.Range(0, count).Select(_ => random.Pick(from)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The one victim whom the hotline identified comes to an organisation as well.</summary>
    private static PersonCase[] NameHotlineVictim(SeededRandom random, PersonCase[] cases)
    {
        var hotline = DemoTargets.HotlineVictims.Span;
        var known = Enumerable.Range(0, cases.Length)
            .Where(i => hotline.Contains(cases[i].IntakeDate) && DemoTargets.Identified.Span.Contains(cases[i].IntakeDate))
            .ToArray();
        if (known.Length > 0)
        {
            var victim = random.Pick(known);
            cases[victim] = cases[victim] with { IdentifiedBy = "hotline" };
        }

        return cases;
    }
}
