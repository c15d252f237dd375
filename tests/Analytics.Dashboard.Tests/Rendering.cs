using System.Net;
using Analytics.Dashboard.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Dashboard.Tests;

/// <summary>A component as text, the way a browser gets it before its connection stands.</summary>
internal static class Rendering
{
    /// <param name="register">The services that the component asks for.</param>
    /// <returns>Markup, with its entities decoded, once everything asynchronous in it has ended.</returns>
    public static async Task<string> RenderAsync<TComponent>(
        Reader reader, Dictionary<string, object?>? parameters = null, Action<IServiceCollection>? register = null)
        where TComponent : IComponent
    {
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(TimeProvider.System);
        register?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment inner = builder =>
            {
                builder.OpenComponent<TComponent>(0);
                builder.AddMultipleAttributes(1, parameters!);
                builder.CloseComponent();
            };
            var root = await renderer.RenderComponentAsync<CascadingValue<Reader>>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CascadingValue<Reader>.Value)] = reader,
                [nameof(CascadingValue<Reader>.ChildContent)] = inner,
            }));
            return WebUtility.HtmlDecode(root.ToHtmlString());
        });
    }
}
