using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Linkage;

[Texts("linkage")]
public static partial class LinkageText
{
    public static readonly LocalText[] Fields =
    [
        FieldGivenName, FieldFamilyName, FieldPatronymic,
        FieldDateOfBirth, FieldSex, FieldPlace,
    ];

    public static LocalText LevelName(string level) => level switch
    {
        "agree" => LevelAgree,
        "close" => LevelClose,
        "differ" => LevelDiffer,
        _ => LevelMissing,
    };

    /// <summary>A list as <c>ops.link_review</c> names it.</summary>
    public static LocalText Source(string source) => source switch
    {
        "hotline" => SourceHotline,
        "register_crime" => SourceRegisterCrime,
        _ => LocalText.Same(source.Replace("ngo_case ", "", StringComparison.Ordinal)),
    };
}
