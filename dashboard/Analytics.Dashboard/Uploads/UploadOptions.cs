namespace Analytics.Dashboard.Uploads;

/// <summary>Folders shared with the worker, section <c>Analytics:Uploads</c>. Without them nothing can be uploaded here.</summary>
public sealed class UploadOptions
{
    public const string Section = "Analytics:Uploads";

    /// <summary>Files on their way in.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Templates of the feeds, and what can be uploaded.</summary>
    public string Templates { get; set; } = "";

    /// <summary>Largest file that is taken through the browser; larger ones go into the source's inbox folder.</summary>
    public long MostBytes { get; set; } = 512L << 20;
}
