using Analytics.Domain.PersonalData;

namespace Analytics.Domain.Tests.PersonalData;

public class HeaderTests
{
    /// <summary>Every column of DESIGN's feeds, and headers of exports that people send.</summary>
    public static TheoryData<string> CleanHeaders =>
    [
        .. ("contact_id started_at duration_s channel language caller_role caller_region topic destination_country suspected_trafficking forms sex age citizenship referred_to victim_identified person_token "
            + "organisation case_ref intake_date birth_year age_at_intake region_origin region_service sector acts means means_of_control recruitment_channel exploitation_start exploitation_end identified_by victim_status services "
            + "applied_to_police reasons_not_applied programme updated_at deleted month persons_assisted services_delivered nil_report register_no registered_at article region victims_count victim_tokens suspects_count event_at event "
            + "article_to ground persons_count inspection_no inspected_on announced indicators_found persons_referred agency_no kind licence_no licensed_from licensed_to complaints violations sanction soate year population source "
            + "yearOfRegistration Datasource gender ageBroad majorityStatus meansOfControlWithholdsDocuments meansOfControlRestrictsMovement typeOfLabourDomesticWork isForcedMilitary RecruiterRelationship CountryOfExploitation "
            + "_id _uuid _submission_time _validation_status _geolocation _submitted_by _tags _notes __version__ formhub/uuid meta/instanceID meta/instanceName _xform_id_string start end today").Split(' '),
        "Название организации", "Уюмдун аталышы", "Organisation name", "programme_name", "Country name", "Дата обращения", "Кайрылган күнү", "Пол", "Жынысы", "Возраст", "Жашы", "Год рождения", "Туулган жылы", "Year of birth", "Гражданство", "Жарандыгы",
        "Область", "Облус", "Область проживания", "Регион происхождения", "Вид эксплуатации", "Номер дела", "Иштин номери", "Количество телефонных обращений", "Number of phone calls", "Паспорт изъят работодателем", "Passport withheld", "Язык обращения", "Тема", "Статья УК", "Канал вербовки",
        "Услуги", "Кызматтар", "Страна назначения", "Барган өлкөсү", "Telefon orqali murojaatlar soni", "Примечание", "Комментарий", "№", "",
    ];

    [Theory]
    [InlineData("name", IdentifierKind.PersonName)]
    [InlineData("Full Name", IdentifierKind.PersonName)]
    [InlineData("victimName", IdentifierKind.PersonName)]
    [InlineData("client/personal/last_name", IdentifierKind.PersonName)]
    [InlineData("ФИО", IdentifierKind.PersonName)]
    [InlineData("Ф.И.О. пострадавшей", IdentifierKind.PersonName)]
    [InlineData("Имя", IdentifierKind.PersonName)]
    [InlineData("Фамилия клиента", IdentifierKind.PersonName)]
    [InlineData("Аты-жөнү", IdentifierKind.PersonName)]
    [InlineData("Атасынын аты", IdentifierKind.PersonName)]
    [InlineData("Familiyasi", IdentifierKind.PersonName)]
    [InlineData("ному насаб", IdentifierKind.PersonName)]
    [InlineData("aty jonu", IdentifierKind.PersonName)]
    [InlineData("Как Вас зовут?", IdentifierKind.PersonName)]
    [InlineData("phone", IdentifierKind.PhoneNumber)]
    [InlineData("Телефон", IdentifierKind.PhoneNumber)]
    [InlineData("номер тел.", IdentifierKind.PhoneNumber)]
    [InlineData("Байланыш номери", IdentifierKind.PhoneNumber)]
    [InlineData("WhatsApp", IdentifierKind.PhoneNumber)]
    [InlineData("рақами телефон", IdentifierKind.PhoneNumber)]
    [InlineData("рhоne", IdentifierKind.PhoneNumber)]
    [InlineData("ph\u200Bone", IdentifierKind.PhoneNumber)]
    [InlineData("ｐｈｏｎｅ", IdentifierKind.PhoneNumber)]
    [InlineData("PHONE_NUMBER", IdentifierKind.PhoneNumber)]
    [InlineData("E-mail", IdentifierKind.EmailAddress)]
    [InlineData("Email address", IdentifierKind.EmailAddress)]
    [InlineData("Электронная почта", IdentifierKind.EmailAddress)]
    [InlineData("Address", IdentifierKind.PostalAddress)]
    [InlineData("Адрес проживания", IdentifierKind.PostalAddress)]
    [InlineData("Дареги", IdentifierKind.PostalAddress)]
    [InlineData("Место жительства", IdentifierKind.PostalAddress)]
    [InlineData("yashash manzili", IdentifierKind.PostalAddress)]
    [InlineData("суроға", IdentifierKind.PostalAddress)]
    [InlineData("ПИН", IdentifierKind.PersonalNumber)]
    [InlineData("pin", IdentifierKind.PersonalNumber)]
    [InlineData("ИНН", IdentifierKind.PersonalNumber)]
    [InlineData("Персоналдык номери", IdentifierKind.PersonalNumber)]
    [InlineData("national_id", IdentifierKind.PersonalNumber)]
    [InlineData("ЖШШИР", IdentifierKind.PersonalNumber)]
    [InlineData("Паспорт", IdentifierKind.DocumentNumber)]
    [InlineData("passport_no", IdentifierKind.DocumentNumber)]
    [InlineData("Серия и номер документа", IdentifierKind.DocumentNumber)]
    [InlineData("Күбөлүк №", IdentifierKind.DocumentNumber)]
    [InlineData("IBAN", IdentifierKind.BankAccount)]
    [InlineData("Номер карты", IdentifierKind.BankAccount)]
    [InlineData("telegram", IdentifierKind.SocialAccount)]
    [InlineData("Инстаграм", IdentifierKind.SocialAccount)]
    [InlineData("ip_address", IdentifierKind.DeviceAddress)]
    [InlineData("deviceid", IdentifierKind.DeviceAddress)]
    [InlineData("_location_latitude", IdentifierKind.Coordinates)]
    [InlineData("Широта", IdentifierKind.Coordinates)]
    [InlineData("GPS coordinates", IdentifierKind.Coordinates)]
    [InlineData("date_of_birth", IdentifierKind.BirthDate)]
    [InlineData("Дата рождения", IdentifierKind.BirthDate)]
    [InlineData("Туулган күнү", IdentifierKind.BirthDate)]
    [InlineData("0555 123 456", IdentifierKind.PhoneNumber)]
    [InlineData("Асанова Айгүл", IdentifierKind.PersonName)]
    public void InHeader_WordsOfAnIdentifier_GivesItsKind(string header, IdentifierKind kind) =>
        Assert.Equal(kind, DirectIdentifiers.InHeader(header));

    [Theory]
    [MemberData(nameof(CleanHeaders))]
    public void InHeader_ColumnOfAFeedOrExport_GivesNothing(string header) => Assert.Null(DirectIdentifiers.InHeader(header));
}
