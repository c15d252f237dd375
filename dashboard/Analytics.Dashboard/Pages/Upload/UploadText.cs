using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Upload;

[Texts("upload")]
public static partial class UploadText;
