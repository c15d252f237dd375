namespace Analytics.Domain.PersonalData;

/// <summary>Names of the kinds, what to do about each, and the mark that takes a scrubbed value's place.</summary>
public static class IdentifierText
{
    /// <summary>Name of a kind, lower case, fit for the middle of a sentence.</summary>
    public static LocalText Name(IdentifierKind kind) => kind switch
    {
        IdentifierKind.PersonName => new("name of a person", "имя человека", "адамдын аты-жөнү"),
        IdentifierKind.PhoneNumber => new("phone number", "номер телефона", "телефон номери"),
        IdentifierKind.EmailAddress => new("e-mail address", "адрес электронной почты", "электрондук почта дареги"),
        IdentifierKind.PostalAddress => new("home address", "домашний адрес", "үй дареги"),
        IdentifierKind.PersonalNumber => new("personal number (PIN)", "персональный номер (ПИН)", "жеке номер (ПИН)"),
        IdentifierKind.DocumentNumber => new("document number", "номер документа", "документтин номери"),
        IdentifierKind.BankAccount => new("bank card or account", "банковская карта или счёт", "банк картасы же эсеби"),
        IdentifierKind.SocialAccount => new("social network account", "аккаунт в социальной сети", "социалдык тармактагы аккаунт"),
        IdentifierKind.DeviceAddress => new("address of a device", "адрес устройства", "түзмөктүн дареги"),
        IdentifierKind.Coordinates => new("exact coordinates", "точные координаты", "так координаттар"),
        IdentifierKind.BirthDate => new("full date of birth", "полная дата рождения", "толук туулган күн"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the sender does about it: one sentence.</summary>
    public static LocalText Advice(IdentifierKind kind) => kind switch
    {
        IdentifierKind.PersonName => new(
            "Remove it; to link a person across lists, make person_token with `analytics encode`.",
            "Уберите его; чтобы связать человека между списками, создайте person_token командой `analytics encode`.",
            "Аны алып салыңыз; адамды тизмелер аралык байланыштыруу үчүн `analytics encode` менен person_token жасаңыз."),
        IdentifierKind.PersonalNumber or IdentifierKind.DocumentNumber => new(
            "Remove it; number the case with a reference of your own and make person_token with `analytics encode`.",
            "Уберите его; обозначьте дело своим номером и создайте person_token командой `analytics encode`.",
            "Аны алып салыңыз; ишке өз номериңизди бериңиз жана `analytics encode` менен person_token жасаңыз."),
        IdentifierKind.PostalAddress or IdentifierKind.Coordinates => new(
            "Send the region or district only.",
            "Укажите только область или район.",
            "Облусту же районду гана көрсөтүңүз."),
        IdentifierKind.BirthDate => new(
            "Send the year of birth or the age only.",
            "Укажите только год рождения или возраст.",
            "Туулган жылды же жашты гана көрсөтүңүз."),
        IdentifierKind.PhoneNumber or IdentifierKind.EmailAddress or IdentifierKind.BankAccount or IdentifierKind.SocialAccount
            or IdentifierKind.DeviceAddress => new(
            "Remove it; keep it at your own desk under the case reference.",
            "Уберите; храните у себя под номером дела.",
            "Алып салыңыз; өзүңүздө иштин номери менен сактаңыз."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What stands in a scrubbed text where a value stood: the same in every language, and no identifier itself.</summary>
    public static string Mark(IdentifierKind kind) => kind switch
    {
        IdentifierKind.PersonName => "[name]",
        IdentifierKind.PhoneNumber => "[phone]",
        IdentifierKind.EmailAddress => "[email]",
        IdentifierKind.PostalAddress => "[address]",
        IdentifierKind.PersonalNumber => "[pin]",
        IdentifierKind.DocumentNumber => "[document]",
        IdentifierKind.BankAccount => "[account]",
        IdentifierKind.SocialAccount => "[handle]",
        IdentifierKind.DeviceAddress => "[device]",
        IdentifierKind.Coordinates => "[place]",
        IdentifierKind.BirthDate => "[birth]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
