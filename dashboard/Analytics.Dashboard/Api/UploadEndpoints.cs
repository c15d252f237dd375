using System.Globalization;
using System.Security.Claims;
using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Uploads;
using Analytics.Database.Accounts;

namespace Analytics.Dashboard.Api;

/// <summary>Files that the worker made for a reader.</summary>
public static class UploadEndpoints
{
    /// <summary><c>GET /templates/{feed}-{language}.xlsx</c>, for every signed-in account.</summary>
    public static async Task<IResult> TemplateAsync(string feed, string language, UploadFiles files, CancellationToken token) =>
        await files.TemplateAsync(feed, language, token) is { } path
            ? Results.File(path, CellWorkbook.ContentType, Catalogue.TemplateOf(feed, language))
            : Results.NotFound();

    /// <summary><c>GET /rejections/{request}/file</c>: rejected rows, for the account that asked for them.</summary>
    public static async Task<IResult> RejectedFileAsync(
        long request, ClaimsPrincipal user, RequestClient requests, UploadFiles files, AuditTrail audit, CancellationToken token)
    {
        if (user.Role() is not (Role.Administrator or Role.Coordinator)
            || await requests.FindAsync(request, token) is not { Kind: RequestKind.RejectedFile, State: "done" } done
            || done.AskedBy != Session.AccountId(user)
            || !RequestClient.MayMean(Rights.Of(user), done.ArgumentsAs<RejectedFileArguments>())
            || files.Uploads is not { } uploads)
        {
            return Results.NotFound();
        }

        var name = done.ResultAs<RejectedFileResult>().File;
        var path = uploads.Beside(done.ArgumentsAs<RejectedFileArguments>().Upload, name);
        if (!File.Exists(path))
        {
            return Results.NotFound();
        }

        await audit.DidAsync(user, AuditAction.RejectedRowsTaken, string.Create(CultureInfo.InvariantCulture, $"request {request}"), token);
        return Results.File(path, CsvFile.ContentType, name);
    }
}
