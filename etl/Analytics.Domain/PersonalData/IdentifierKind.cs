namespace Analytics.Domain.PersonalData;

/// <summary>What can point at one person directly. Names and advice in three languages: <see cref="IdentifierText"/>.</summary>
public enum IdentifierKind
{
    /// <summary>Given name, family name, patronymic, or several of them.</summary>
    PersonName,

    /// <summary>Telephone number, also of a messenger.</summary>
    PhoneNumber,

    /// <summary>E-mail address.</summary>
    EmailAddress,

    /// <summary>Street and house, or house and flat.</summary>
    PostalAddress,

    /// <summary>Personal number of a state: the Kyrgyz PIN (14 digits) and those of its neighbours.</summary>
    PersonalNumber,

    /// <summary>Number of a passport, identity card, certificate or visa.</summary>
    DocumentNumber,

    /// <summary>Bank card or account.</summary>
    BankAccount,

    /// <summary>Account in a social network or messenger: link or handle.</summary>
    SocialAccount,

    /// <summary>Address of a device: IP, MAC, IMEI.</summary>
    DeviceAddress,

    /// <summary>Point on the map, exact to some hundred metres or better.</summary>
    Coordinates,

    /// <summary>Full date of birth. Recognised in headers only: as a value it is a date like any other.</summary>
    BirthDate,
}
