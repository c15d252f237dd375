using System.Globalization;

namespace Analytics.Domain.Evaluation;

/// <summary>Reasons in the reader's words.</summary>
internal static class ReasonText
{
    private const double LeastP = 0.0005;

    public static LocalText Of(EvaluationReason reason)
    {
        var template = Template(reason.Code);
        if (reason is { On: { } day, What: { } what })
        {
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new(template.With(date, what.En).En, template.With(date, what.Ru).Ru, template.With(date, what.Ky).Ky);
        }

        // English has a decimal point, Russian and Kyrgyz a comma.
        var english = template.With(Number(reason.Value), Number(reason.Limit));
        var others = template.With(Number(reason.Value).Replace('.', ','), Number(reason.Limit).Replace('.', ','));
        return new(english.En, others.Ru, others.Ky);

        string Number(double? value) => reason.Code switch
        {
            EvaluationCode.MissingReports or EvaluationCode.ReportingShift => (value * 100)?.ToString("0.#", CultureInfo.InvariantCulture) + "\u00a0%",
            // Half a thousandth would print as nothing.
            EvaluationCode.Autocorrelated or EvaluationCode.TrendBefore or EvaluationCode.TrendChanged or EvaluationCode.ComparisonTrend => value < LeastP
                ? "<\u00a00.001"
                : "=\u00a0" + value?.ToString("0.000", CultureInfo.InvariantCulture),
            EvaluationCode.WideInterval => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
            _ => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static LocalText Template(EvaluationCode code) => code switch
    {
        EvaluationCode.TooFewBefore => new(
            "Only {0} reported periods before the event; at least {1} are needed to know the trend.",
            "До события только {0} периодов с отчётом; чтобы знать тренд, нужно не менее {1}.",
            "Окуяга чейин отчёту бар {0} гана мезгил; трендди билүү үчүн кеминде {1} керек."),
        EvaluationCode.TooFewAfter => new(
            "Only {0} reported periods after the event; at least {1} are needed.",
            "После события только {0} периодов с отчётом; нужно не менее {1}.",
            "Окуядан кийин отчёту бар {0} гана мезгил; кеминде {1} керек."),
        EvaluationCode.TooFewEventsBefore => new(
            "Only {0} counted before the event; below {1} chance decides.",
            "До события учтено только {0}; при числе меньше {1} решает случай.",
            "Окуяга чейин {0} гана катталган; {1} санынан аз болсо кокустук чечет."),
        EvaluationCode.TooFewEventsAfter => new(
            "Only {0} counted after the event; below {1} chance decides.",
            "После события учтено только {0}; при числе меньше {1} решает случай.",
            "Окуядан кийин {0} гана катталган; {1} санынан аз болсо кокустук чечет."),
        EvaluationCode.TooManyTerms => new(
            "The model would leave {0} spare periods; at least {1} are needed. Use fewer seasonal terms or a longer series.",
            "Модель оставила бы {0} свободных периодов; нужно не менее {1}. Возьмите меньше сезонных членов или более длинный ряд.",
            "Модель {0} бош мезгил калтырат; кеминде {1} керек. Сезондук мүчөлөрдү азайтыңыз же узунураак катар алыңыз."),
        EvaluationCode.SeriesBreak => new(
            "On {0} the series began to count something else ({1}): before and after cannot be compared across it. Choose a window on one side.",
            "С {0} ряд считает другое ({1}): сравнивать до и после через этот разрыв нельзя. Выберите окно по одну сторону.",
            "{0} күнүнөн баштап катар башка нерсени эсептейт ({1}): бул үзүлүш аркылуу чейинки менен кийинкини салыштырууга болбойт. Терезени бир жагынан тандаңыз."),
        EvaluationCode.Withheld => new(
            "{0} periods are withheld to protect people; a series with its small counts taken out cannot be evaluated.",
            "{0} периодов скрыто ради защиты людей; ряд без малых чисел оценивать нельзя.",
            "Адамдарды коргоо үчүн {0} мезгил жашырылган; кичине сандары алынган катарды баалоого болбойт."),
        EvaluationCode.MissingReports => new(
            "{0} of the periods on one side have no report; the limit is {1}. They are left out, not counted as zero.",
            "{0} периодов с одной стороны без отчёта; предел {1}. Они исключены, а не считаются нулём.",
            "Бир жагындагы мезгилдердин {0} отчётсуз; чеги {1}. Алар нөл деп эсептелбей, чыгарылган."),
        EvaluationCode.ReportingShift => new(
            "The share of reports received changed by {0} between before and after; the limit is {1}. More or fewer reports would pass for more or fewer events.",
            "Доля полученных отчётов изменилась на {0} между «до» и «после»; предел {1}. Изменение числа отчётов выглядело бы как изменение числа событий.",
            "Алынган отчёттордун үлүшү чейин жана кийин {0} өзгөргөн; чеги {1}. Отчёттордун саны өзгөрүшү окуялардын өзгөрүшүндөй көрүнмөк."),
        EvaluationCode.NoEstimate => new(
            "The counts give no estimate of this model: some of its terms cannot be told apart, or run to zero.",
            "Числа не дают оценки этой модели: некоторые её члены неразличимы или уходят в ноль.",
            "Сандар бул моделдин баасын бербейт: айрым мүчөлөрү ажыратылбайт же нөлгө кетет."),
        EvaluationCode.WideInterval => new(
            "The upper end of the interval is {0} times the lower end; the limit is {1}.",
            "Верхняя граница интервала в {0} раз больше нижней; предел {1}.",
            "Интервалдын жогорку чеги төмөнкүсүнөн {0} эсе чоң; чеги {1}."),
        EvaluationCode.NoRatio => new(
            "The straight line falls to zero, so there is no ratio; use a log-linear form.",
            "Прямая опускается до нуля, поэтому отношения нет; используйте логлинейную форму.",
            "Түз сызык нөлгө чейин түшөт, ошондуктан катыш жок; логсызыктуу форманы колдонуңуз."),
        EvaluationCode.FewAPeriod => new(
            "{0} a period on average; below {1} the intervals rest on few events.",
            "В среднем {0} за период; ниже {1} интервалы опираются на малое число событий.",
            "Мезгилине орточо {0}; {1} санынан төмөн болсо интервалдар аз окуяга таянат."),
        EvaluationCode.SeasonNotModelled => new(
            "With {0} periods season and trend cannot be told apart; season is not adjusted for.",
            "При {0} периодах сезон и тренд неразличимы; поправки на сезон нет.",
            "{0} мезгилде сезон менен тренд ажыратылбайт; сезонго түзөтүү жок."),
        EvaluationCode.Autocorrelated => new(
            "What the model leaves over still follows a pattern in time (Ljung–Box p\u00a0{0}); the interval may be too narrow.",
            "Остатки модели всё ещё связаны во времени (Льюнг–Бокс, p\u00a0{0}); интервал может быть слишком узким.",
            "Моделдин калдыктары убакыт боюнча дагы эле байланышкан (Льюнг–Бокс, p\u00a0{0}); интервал өтө тар болушу мүмкүн."),
        EvaluationCode.TrendBefore => new(
            "The series was already rising or falling before the event (p\u00a0{0}); the effect is measured against that trend going on.",
            "Ряд уже рос или падал до события (p\u00a0{0}); эффект измеряется относительно продолжения этого тренда.",
            "Катар окуяга чейин эле өсүп же төмөндөп жаткан (p\u00a0{0}); эффект ошол тренд улантылганга салыштырып өлчөнөт."),
        EvaluationCode.TrendChanged => new(
            "The trend changed as well as the level (p\u00a0{0}); look at the model that lets it.",
            "Изменился не только уровень, но и тренд (p\u00a0{0}); смотрите модель, которая это допускает.",
            "Деңгээл эле эмес, тренд да өзгөргөн (p\u00a0{0}); муну эске алган моделди караңыз."),
        EvaluationCode.FewPlaceboDates => new(
            "Only {0} earlier dates could be tried as a placebo; from {1} on their rank means something.",
            "Как плацебо можно было проверить только {0} более ранних дат; ранг имеет смысл начиная с {1}.",
            "Плацебо катары {0} гана мурунку датаны текшерүүгө болду; ранг {1} датадан баштап мааниге ээ."),
        EvaluationCode.PlaceboRank => new(
            "Among {1} dates the event ranks only {0}: dates at which nothing is known to have happened do as well.",
            "Среди {1} дат событие лишь на месте {0}: даты, когда ничего не происходило, дают не меньший эффект.",
            "{1} датанын ичинде окуя {0}-орунда гана: эч нерсе болбогон даталар да ушундай эффект берет."),
        EvaluationCode.ComparisonNotUsable => new(
            "The comparison series cannot be estimated; the effect has no comparison.",
            "Ряд сравнения оценить нельзя; эффект дан без сравнения.",
            "Салыштыруу катарын баалоого болбойт; эффект салыштыруусуз берилген."),
        EvaluationCode.ComparisonTrend => new(
            "The two series already moved apart before the event (p\u00a0{0}); the comparison is weak.",
            "Два ряда расходились уже до события (p\u00a0{0}); сравнение слабое.",
            "Эки катар окуяга чейин эле ажырап кеткен (p\u00a0{0}); салыштыруу алсыз."),
        _ => throw new InvalidOperationException($"No words for {code}."),
    };
}
