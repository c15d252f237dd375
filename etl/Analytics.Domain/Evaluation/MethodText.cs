namespace Analytics.Domain.Evaluation;

/// <summary>The method in words, as it stands under a chart.</summary>
internal static class MethodText
{
    /// <param name="options">What was asked for.</param>
    /// <param name="form">What was fitted; null before a fit.</param>
    /// <param name="terms">What the model holds.</param>
    public static LocalText Of(EvaluationOptions options, ModelForm? form, Terms terms)
    {
        LocalText[] parts =
        [
            new("Interrupted time series", "Прерванный временной ряд", "Үзгүлтүккө учураган убакыт катары"),
            Form(form ?? options.Form),
            terms.SlopeChange
                ? new("change of level and trend", "изменение уровня и тренда", "деңгээлдин жана тренддин өзгөрүшү")
                : new("change of level", "изменение уровня", "деңгээлдин өзгөрүшү"),
            terms.Pairs == 0
                ? new("no season", "без сезона", "сезонсуз")
                : new LocalText("season by {0} harmonic pairs", "сезон: {0} гармонических пар", "сезон: {0} гармоникалык жуп").With(terms.Pairs),
            Errors(options.Errors),
        ];
        return new(Join(parts, "en"), Join(parts, "ru"), Join(parts, "ky"));
    }

    private static LocalText Form(ModelForm form) => form switch
    {
        ModelForm.Linear => new("least squares", "метод наименьших квадратов", "эң кичине квадраттар ыкмасы"),
        ModelForm.Poisson => new("Poisson regression", "регрессия Пуассона", "Пуассон регрессиясы"),
        ModelForm.QuasiPoisson => new("quasi-Poisson regression", "квазипуассоновская регрессия", "квазипуассондук регрессия"),
        ModelForm.NegativeBinomial => new("negative binomial regression", "отрицательная биномиальная регрессия", "терс биномиалдык регрессия"),
        _ => new("log-linear regression", "логлинейная регрессия", "логсызыктуу регрессия"),
    };

    private static LocalText Errors(ErrorSource errors) => errors switch
    {
        ErrorSource.Model => new("standard errors of the model", "стандартные ошибки модели", "моделдин стандарттык каталары"),
        ErrorSource.NeweyWest => new("Newey–West standard errors", "стандартные ошибки Ньюи–Уэста", "Ньюи–Уэст стандарттык каталары"),
        _ => new(
            "the larger of model and Newey–West standard errors",
            "большая из стандартных ошибок: модели или Ньюи–Уэста",
            "моделдин же Ньюи–Уэсттин стандарттык каталарынын чоңу"),
    };

    private static string Join(IEnumerable<LocalText> parts, string language) => string.Join(", ", parts.Select(part => part.In(language))) + ".";
}
