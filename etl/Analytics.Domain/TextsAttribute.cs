namespace Analytics.Domain;

/// <summary>Marks a partial class that gets one member for each text of the file <c>texts/&lt;area&gt;.csv</c> when it is built.</summary>
/// <param name="area">Name of the file, without its extension.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TextsAttribute(string area) : Attribute
{
    /// <summary>Name of the file, without its extension.</summary>
    public string Area { get; } = area;
}
