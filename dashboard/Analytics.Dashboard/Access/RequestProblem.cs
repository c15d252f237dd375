namespace Analytics.Dashboard.Access;

/// <summary>Refusals as RFC 9457 has them.</summary>
public static class RequestProblem
{
    public static Task WriteAsync(HttpContext context, int status, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title).ExecuteAsync(context);
}
