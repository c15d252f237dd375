using Analytics.Dashboard.Access;

namespace Analytics.Dashboard.Hosting;

/// <summary>Answers 400 to what no page and no part of the interface can mean: a NUL in a parameter, a form that breaks off.</summary>
public static class WellFormed
{
    private const string Title = "The request is malformed";

    // DELETE ends the connection of a page that has no socket.
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Options, HttpMethods.Delete];

    public static IApplicationBuilder UseWellFormed(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (await FaultAsync(context) is var (status, detail))
        {
            await RequestProblem.WriteAsync(context, status, Title, detail);
            return;
        }

        await next(context);
    });

    private static async Task<(int Status, string Detail)?> FaultAsync(HttpContext context)
    {
        var request = context.Request;
        if (!s_methods.Contains(request.Method))
        {
            context.Response.Headers.Allow = string.Join(", ", s_methods);
            return (StatusCodes.Status405MethodNotAllowed, "No address of this site knows the method.");
        }

        if (HasNul(request.Path.Value) || request.Query.Any(pair => HasNul(pair.Key) || pair.Value.Any(HasNul)))
        {
            return (StatusCodes.Status400BadRequest, "A parameter holds the character NUL, which no text has.");
        }

        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            return form.Any(pair => HasNul(pair.Key) || pair.Value.Any(HasNul))
                || form.Files.Any(file => HasNul(file.Name) || HasNul(file.FileName))
                ? (StatusCodes.Status400BadRequest, "A field of the form holds the character NUL, which no text has.")
                : null;
        }
        catch (BadHttpRequestException fault)
        {
            return (fault.StatusCode, "The body is too large, too slow, or not what its headers say.");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return (StatusCodes.Status400BadRequest, "The form breaks off, has too many fields, or is not encoded as its headers say.");
        }
    }

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
