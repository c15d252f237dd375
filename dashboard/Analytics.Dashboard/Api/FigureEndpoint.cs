using System.Security.Claims;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Dashboard.Api;

/// <summary><c>GET /api/v1/figures/{figure_id}</c>: what a figure shown on a screen or printed in a document stands for, with its numbers today.</summary>
public static class FigureEndpoint
{
    public static async Task<IResult> GetAsync(
        string figureId, HttpContext context, ClaimsPrincipal user, PublishedData data, FigureRegister register, CancellationToken token)
    {
        var format = CellFile.FormatOf(context.Request.Query["format"]);
        if (format is null)
        {
            return Results.Problem("format: expected json, csv or xlsx.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (await register.FindAsync(figureId.ToUpperInvariant(), token) is not { } figure)
        {
            return Results.Problem($"No figure {figureId} was ever shown.", statusCode: StatusCodes.Status404NotFound, title: "Unknown figure");
        }

        var reference = await data.ReferenceAsync(user, token);
        var (request, faults) = CellRequestParser.Parse(QueryHelpers.ParseQuery(figure.Query), reference);
        return request is null
            ? Results.Problem(string.Join(" ", faults), statusCode: StatusCodes.Status410Gone, title: "The figure can no longer be read")
            : CellFile.Of(
                await data.ExportAsync(user, request, figure.FigureId[..2], token), reference, LanguageChoice.Of(context), format.Value, figure);
    }
}
