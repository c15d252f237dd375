namespace Analytics.Domain.PersonalData;

/// <summary>A recognised identifier: characters <c>Start..End</c> of the plain text.</summary>
internal readonly record struct Finding(IdentifierKind Kind, int Start, int End);

/// <summary>Where the recognisers put what they find: all of it, or the first only (then nothing is allocated).</summary>
internal struct Findings(List<Finding>? all)
{
    private readonly List<Finding>? _all = all;

    public IdentifierKind? First { get; private set; }

    /// <summary>Nothing further is wanted.</summary>
    public readonly bool Done => _all is null && First is not null;

    public void Add(IdentifierKind kind, int start, int end)
    {
        First ??= kind;
        _all?.Add(new(kind, start, end));
    }
}
