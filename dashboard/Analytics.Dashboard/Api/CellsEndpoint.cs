using System.Security.Claims;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;

namespace Analytics.Dashboard.Api;

/// <summary><c>GET /api/v1/cells</c>: published cells of the reader's profile, as JSON, CSV or XLSX.</summary>
public static class CellsEndpoint
{
    private const string FigurePrefix = "AP";

    public static async Task<IResult> GetAsync(HttpContext context, ClaimsPrincipal user, PublishedData data, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(user, token);
        var (request, faults) = CellRequestParser.Parse(context.Request.Query, reference);
        var format = CellFile.FormatOf(context.Request.Query["format"]);
        if (format is null)
        {
            faults = [.. faults, $"format={context.Request.Query["format"]}: expected json, csv or xlsx."];
        }

        return request is null || faults.Count > 0
            ? Results.Problem(string.Join(" ", faults), statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be answered")
            : CellFile.Of(
                await data.ExportAsync(user, request, FigurePrefix, token), reference, LanguageChoice.Of(context), format!.Value, figure: null);
    }
}
