using Analytics.Dashboard.Access;
using Analytics.Dashboard.Hosting;
using Analytics.Dashboard.SavedViews;
using Analytics.Dashboard.Telemetry;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace Analytics.Dashboard.Api;

/// <summary>Every endpoint that is not a page.</summary>
public static class ApiRoutes
{
    public static void MapInterface(this IEndpointRouteBuilder app)
    {
        app.MapHealth();
        app.MapMetrics().AllowAnonymous().OpenTo(options => options.Metrics);
        app.MapGet(Routes.Measures, MeasuresEndpoint.Get).RequireAuthorization(policy => ApiTokenHandler.Require(policy, TokenScope.Measures))
            .WithSummary("Every measure with its unit, definition, formula and dimensions.");
        app.MapGet(Routes.Cells, CellsEndpoint.GetAsync).RequireAuthorization(policy => ApiTokenHandler.Require(policy, TokenScope.Cells))
            .WithSummary("Published cells of the account's profile; measure, by, period, from, to, known_on (a day: the cells as published by then), members of dimensions, lang, format (json, csv, xlsx). by=region gives the regions; by=district beside region=CODE, or by=region,district, the districts.");
        app.MapGet(Routes.Figure, FigureEndpoint.GetAsync).RequireAuthorization(policy => ApiTokenHandler.Require(policy, TokenScope.Cells))
            .WithSummary("What a figure id stands for, with its numbers today; format (json, csv, xlsx).");
        app.MapGet(Routes.Template, UploadEndpoints.TemplateAsync).ExcludeFromDescription();
        app.MapGet(Routes.RejectedFile, UploadEndpoints.RejectedFileAsync).ExcludeFromDescription();
        app.MapGet(Routes.LedgerList, LedgerEndpoint.GetAsync).RequireAuthorization(policy => ApiTokenHandler.Require(policy, TokenScope.Ledger))
            .WithSummary("Figures as others printed them, with unit, period, source and rivals; lang, format (json, csv).");
        app.MapPost(Routes.SignOut, SignOutAsync).ExcludeFromDescription();
        app.MapSavedViews();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, AuditTrail audit, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (context.User.Identity?.IsAuthenticated == true)
        {
            await audit.SignedOutAsync(context);
        }

        await sessions.SignOutAsync(context);
        return Results.LocalRedirect(Routes.SignIn);
    }
}
