using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plotly.Blazor;
using PlotLayout = Plotly.Blazor.Layout;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// The chart library's typed traces and layouts as JSON. Its own writer looks at every property's attributes each time it writes one;
/// here a type is looked at once.
/// </summary>
public static class PlotlyFigureJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PolymorphicConverter<ITrace>(), new TypedConverters() },
    };

    private sealed class TypedConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert is { IsClass: true, IsAbstract: false } && typeToConvert.Assembly == typeof(PlotLayout).Assembly;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(TypedConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class TypedConverter<T> : JsonConverter<T>
        where T : class
    {
        private readonly Member<T>[] _members = [.. typeof(T).GetProperties().Select(Make)];

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} is written only.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var member in _members)
            {
                member.Write(writer, value, options);
            }

            writer.WriteEndObject();
        }

        private static Member<T> Make(PropertyInfo property)
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;
            var getter = property.GetMethod!.CreateDelegate(typeof(Func<,>).MakeGenericType(typeof(T), property.PropertyType));
            // The axes of several panels are a list in C#, and in JSON an attribute each: xaxis, xaxis2 and so on.
            var (kind, value) = property.IsDefined(typeof(SubplotAttribute))
                ? (typeof(Numbered<,>), property.PropertyType.GetGenericArguments()[0])
                : (typeof(Single<,>), property.PropertyType);
            return (Member<T>)Activator.CreateInstance(kind.MakeGenericType(typeof(T), value), name, getter)!;
        }
    }

    private abstract class Member<T>
    {
        public abstract void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options);
    }

    private sealed class Single<T, TValue>(string name, Func<T, TValue> get) : Member<T>
    {
        private readonly JsonEncodedText _name = JsonEncodedText.Encode(name);

        public override void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options)
        {
            if (get(owner) is { } value)
            {
                writer.WritePropertyName(_name);
                JsonSerializer.Serialize(writer, value, options);
            }
        }
    }

    private sealed class Numbered<T, TValue>(string name, Func<T, IList<TValue>?> get) : Member<T>
    {
        public override void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options)
        {
            if (get(owner) is not { } values)
            {
                return;
            }

            for (var i = 0; i < values.Count; i++)
            {
                writer.WritePropertyName(i == 0 ? name : $"{name}{i + 1}");
                JsonSerializer.Serialize(writer, values[i], options);
            }
        }
    }
}
