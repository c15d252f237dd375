using Analytics.Dashboard.Charts;

namespace Analytics.Dashboard.Pages.UnderRegistration;

public sealed record RequalificationView(Figure Figure, FigureSource Source);

public sealed partial class RequalificationSection
{
    protected override string Path => Routes.UnderRegistration;

    protected override async Task<RequalificationView> LoadAsync(CancellationToken token)
    {
        var reference = await Data.ReferenceAsync(Reader.User, token);
        var years = await Data.CellsAsync(Reader.User, RequalificationFigure.Request(byGroup: false), "UR", token);
        var groups = await Data.CellsAsync(Reader.User, RequalificationFigure.Request(byGroup: true), prefix: null, token);
        return new RequalificationView(
            RequalificationFigure.Build(Reader, reference, years, groups),
            FigureParts.Source(Reader, years, new MethodNote(Reader.Text(RequalificationText.Rule), Reader.Text(RequalificationText.RuleText))));
    }
}
