using Analytics.Domain;
using System.Text;
using System.Xml;

namespace Analytics.Etl.Ingest.Files;

/// <summary>The records of an XML file one by one, without building a document.</summary>
/// <remarks>Own code over the framework's reader, because what maps XML to records wants its shape declared beforehand or all of it in memory.</remarks>
internal sealed class XmlRecords : IDisposable
{
    private readonly Stream _stream;
    private readonly XmlReader _reader;
    private readonly Limits _limits;
    private readonly char[] _piece = new char[4096];
    private readonly string _record;
    private readonly List<string> _path = [];
    private readonly NestedFields _nested;

    /// <param name="record">Path of the record element from the root: <c>export/crime</c>.</param>
    /// <param name="nested">Fields of elements around the record, and counts of those inside, that are wanted as well.</param>
    public XmlRecords(string path, string record, Limits limits, IReadOnlyList<string>? nested = null)
    {
        (_stream, _reader) = Open(path, limits);
        _limits = limits;
        _record = record;
        _nested = new NestedFields(nested ?? []);
    }

    /// <summary>The number of the current record, from 1.</summary>
    public long Number { get; private set; }

    /// <param name="field">Called with the name and text of each field of the record, in the order of the file.</param>
    /// <returns>False when no record is left.</returns>
    /// <exception cref="UnreadableFileException">Not well formed, cut off, or with a document type.</exception>
    public bool Read(Action<string, string> field)
    {
        try
        {
            while (_reader.Read())
            {
                Track();
                if (_reader.NodeType == XmlNodeType.Element && IsRecord())
                {
                    Number++;
                    _nested.Begin(_reader.Depth);
                    ReadRecord(field);
                    _nested.Give(field);
                    return true;
                }
            }

            return false;
        }
        catch (XmlException e)
        {
            throw Unreadable(e, Number);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    /// <param name="element">Called at the end of each element with its path, whether it has no child element, and whether it has attributes.</param>
    public static void Scan(string path, Limits limits, Action<string, bool, bool> element)
    {
        var (stream, reader) = Open(path, limits);
        using (stream)
        using (reader)
        {
            var open = new Stack<(string Path, bool IsLeaf, bool HasAttributes)>();
            try
            {
                while (reader.Read())
                {
                    if (reader.NodeType == XmlNodeType.Element)
                    {
                        var at = reader.LocalName;
                        if (open.TryPop(out var parent))
                        {
                            at = $"{parent.Path}/{at}";
                            if (parent.IsLeaf)
                            {
                                element(parent.Path, false, parent.HasAttributes);
                            }

                            open.Push(parent with { IsLeaf = false });
                        }

                        Guard(reader, limits);
                        open.Push((at, true, HasFields(reader)));
                        if (reader.IsEmptyElement)
                        {
                            Close();
                        }
                    }
                    else if (reader.NodeType == XmlNodeType.EndElement)
                    {
                        Close();
                    }
                }
            }
            catch (XmlException e)
            {
                throw Unreadable(e, null);
            }

            void Close()
            {
                var (at, isLeaf, hasAttributes) = open.Pop();
                if (isLeaf)
                {
                    element(at, true, hasAttributes);
                }
            }
        }
    }

    /// <summary>No document type, nothing from outside; what is no content is passed over.</summary>
    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
    };

    private static (Stream, XmlReader) Open(string path, Limits limits)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var stream = new TagGuard(File.OpenRead(path), 2L * limits.Text);
        try
        {
            return (stream, XmlReader.Create(stream, Settings()));
        }
        catch (Exception e)
        {
            stream.Dispose();
            throw e is XmlException fault ? Unreadable(fault, null) : e;
        }
    }

    private static bool HasFields(XmlReader reader)
    {
        if (!reader.HasAttributes)
        {
            return false;
        }

        var has = false;
        while (reader.MoveToNextAttribute())
        {
            has |= !IsNamespace(reader);
        }

        reader.MoveToElement();
        return has;
    }

    private static bool IsNamespace(XmlReader reader) =>
        reader.Prefix is "xmlns" or "xsi" or "xml" || (reader.Prefix.Length == 0 && reader.LocalName == "xmlns");

    private static UnreadableFileException Unreadable(XmlException e, long? record) => new(
        record is null
            ? new LocalText(
                "line {0} is not well-formed XML, or declares a document type, which is not allowed",
                "строка {0} — неправильный XML или объявление типа документа, что не допускается",
                "{0}-сап туура XML эмес же документтин түрүн жарыялайт, буга жол берилбейт").With(e.LineNumber)
            : new LocalText(
                "line {0}, after record {1}, is not well-formed XML, or declares a document type, which is not allowed",
                "строка {0} после записи {1} — неправильный XML или объявление типа документа, что не допускается",
                "{1}-жазуудан кийинки {0}-сап туура XML эмес же документтин түрүн жарыялайт, буга жол берилбейт").With(e.LineNumber, record),
        e);

    private static void Guard(XmlReader reader, Limits limits)
    {
        Limits.Check(reader.Depth + 1, limits.Depth, LimitText.Depth);
        Limits.Check(reader.AttributeCount, limits.Attributes, LimitText.Attributes);
    }

    private void Track()
    {
        if (_reader.NodeType == XmlNodeType.Element)
        {
            Guard(_reader, _limits);
            _path.RemoveRange(_reader.Depth, _path.Count - _reader.Depth);
            _path.Add(_reader.LocalName);
            if (_nested.WantsParents)
            {
                var depth = _reader.Depth;
                _nested.Enter(depth, _reader.LocalName);
                ReadAttributes("", (name, value) => _nested.Note(depth, name, value));
            }
        }
        else if (_nested.WantsParents && _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _path.Count == _reader.Depth)
        {
            // A leaf beside the records is a field of what both lie in.
            Limits.Check(_reader.Value.Length, _limits.Text, LimitText.Text);
            _nested.Note(_reader.Depth - 2, _path[^1], _reader.Value.Trim());
        }
    }

    private bool IsRecord()
    {
        var rest = _record.AsSpan();
        for (var i = 0; i < _path.Count; i++)
        {
            if (i > 0)
            {
                if (rest is not ['/', ..])
                {
                    return false;
                }

                rest = rest[1..];
            }

            if (!rest.StartsWith(_path[i], StringComparison.Ordinal))
            {
                return false;
            }

            rest = rest[_path[i].Length..];
        }

        return rest.IsEmpty;
    }

    private void ReadRecord(Action<string, string> field)
    {
        var depth = _reader.Depth;
        ReadAttributes("", field);
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var name = "";
        var parents = new Stack<string>();
        var text = new StringBuilder();
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    Guard(_reader, _limits);
                    parents.Push(name);
                    name = name.Length == 0 ? _reader.LocalName : $"{name}.{_reader.LocalName}";
                    text.Clear();
                    ReadAttributes(name, field);
                    _nested.Count(name);
                    if (_reader.IsEmptyElement)
                    {
                        field(name, "");
                        name = parents.Pop();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    for (int read; (read = _reader.ReadValueChunk(_piece, 0, _piece.Length)) > 0;)
                    {
                        text.Append(_piece, 0, read);
                        Limits.Check(text.Length, _limits.Text, LimitText.Text);
                    }

                    break;
                case XmlNodeType.EndElement:
                    if (text.Length > 0)
                    {
                        field(name, text.ToString().Trim());
                    }

                    text.Clear();
                    name = parents.Pop();
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadAttributes(string element, Action<string, string> field)
    {
        while (_reader.MoveToNextAttribute())
        {
            if (!IsNamespace(_reader))
            {
                field(element.Length == 0 ? _reader.LocalName : $"{element}.{_reader.LocalName}", _reader.Value.Trim());
            }
        }

        _reader.MoveToElement();
    }
}
