namespace Analytics.Domain.Linkage;

/// <summary>
/// What salted filters let one see. Where two people truly agree in some fields, only those filters light up whose salts agree
/// and whose contents are alike; a field that lies under no such filter stays dark though it agrees. Estimation has to know
/// this, or it would take darkness for disagreement.
/// </summary>
internal static class Visibility
{
    /// <summary>Raises the levels that a lit filter proves: its content as far as it resembles, its salts in full.</summary>
    public static void Show(FilterView view, int contentLevel, Span<int> levels)
    {
        Raise(view.Content, contentLevel, levels);
        for (var part = Parts.Given; part <= Parts.Place; part = (Parts)((int)part << 1))
        {
            if ((view.Salt & part) != Parts.None)
            {
                Raise(part, 2, levels);
            }
        }
    }

    /// <summary>
    /// For each code of true levels, the code that the filters show, given the parts that both records know, and the probability
    /// that the pair is compared at all.
    /// </summary>
    /// <param name="metWhenAlike">Probability that one filter brings two records together when it is alike, and not the same, in both.</param>
    public static (short[] Codes, double[] Met) Seen(Parts comparable, double metWhenAlike)
    {
        var (seen, met) = (new short[AgreementPattern.Codes], new double[AgreementPattern.Codes]);
        Span<int> shown = stackalloc int[AgreementPattern.LevelCounts.Length];
        for (var code = 0; code < seen.Length; code++)
        {
            shown.Clear();
            var (agrees, alike) = (false, 0);
            foreach (var view in TokenSchema.Views)
            {
                var needed = view.Content | view.Salt;
                var content = TrueLevel(view.Content, code);
                if (view.Content != Parts.Names && (needed & comparable) == needed && content > 0 && SaltsAgree(view.Salt, code))
                {
                    Show(view, content, shown);
                    agrees |= content == 2;
                    alike++;
                }
            }

            seen[code] = AgreementPattern.CodeOf(shown);
            met[code] = agrees ? 1 : 1 - Math.Pow(1 - metWhenAlike, alike);
        }

        return (seen, met);
    }

    private static bool SaltsAgree(Parts salt, int code)
    {
        for (var part = Parts.Given; part <= Parts.Place; part = (Parts)((int)part << 1))
        {
            if ((salt & part) != Parts.None && TrueLevel(part, code) < 2)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>0 differs, 1 similar, 2 agrees, for one part.</summary>
    private static int TrueLevel(Parts part, int code) => part switch
    {
        Parts.Given => AgreementPattern.Level(code, (int)LinkageField.GivenName),
        Parts.Family => AgreementPattern.Level(code, (int)LinkageField.FamilyName),
        Parts.Patronymic => AgreementPattern.Level(code, (int)LinkageField.Patronymic),
        Parts.BirthYear => (AgreementPattern.Level(code, (int)LinkageField.DateOfBirth) & 1) * 2,
        Parts.BirthMonthDay => AgreementPattern.Level(code, (int)LinkageField.DateOfBirth) & 2,
        Parts.Sex => AgreementPattern.Level(code, (int)LinkageField.Sex) * 2,
        Parts.Place => AgreementPattern.Level(code, (int)LinkageField.Place),
        _ => 0,
    };

    private static void Raise(Parts part, int level, Span<int> levels)
    {
        switch (part)
        {
            case Parts.Given: RaiseTo(ref levels[(int)LinkageField.GivenName], level); break;
            case Parts.Family: RaiseTo(ref levels[(int)LinkageField.FamilyName], level); break;
            case Parts.Patronymic: RaiseTo(ref levels[(int)LinkageField.Patronymic], level); break;
            case Parts.BirthYear: levels[(int)LinkageField.DateOfBirth] |= 1; break;
            case Parts.BirthMonthDay: levels[(int)LinkageField.DateOfBirth] |= 2; break;
            case Parts.Sex: levels[(int)LinkageField.Sex] |= level / 2; break;
            case Parts.Place: RaiseTo(ref levels[(int)LinkageField.Place], level); break;
            case Parts.Names:
                RaiseTo(ref levels[(int)LinkageField.GivenName], level);
                RaiseTo(ref levels[(int)LinkageField.FamilyName], level);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part), part, "not a single part");
        }
    }

    private static void RaiseTo(ref int level, int to) => level = Math.Max(level, to);
}
