using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// Reads received text and writes the canonical text of a type. One instance serves one column of one load and is not for use
/// from two threads at once.
/// </summary>
internal abstract class ColumnType
{
    /// <summary>Whether the canonical text is the sender's own, which the identifier check must then look into.</summary>
    public virtual bool IsOpen => false;

    /// <summary>Whether a value that breaks the type is kept for replay; false where it may be a name sent by mistake.</summary>
    public virtual bool KeptWhenRejected => true;

    /// <summary>What a value ought to be, for the identifier check.</summary>
    public abstract ValueContext Context { get; }

    /// <summary>Writes the canonical text of a value.</summary>
    /// <param name="value">Valid UTF-8, not empty, without surrounding white space.</param>
    /// <param name="row">Receives the canonical text; writing nothing means unknown.</param>
    /// <returns>Null, or what is wrong; what was written is then taken back by the caller.</returns>
    public abstract Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row);
}
