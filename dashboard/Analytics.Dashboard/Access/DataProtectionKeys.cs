using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Analytics.Database;

namespace Analytics.Dashboard.Access;

/// <summary>Keys of cookies and forms, kept in the database so that sessions outlive a restart.</summary>
public sealed class DataProtectionKeys(AdminDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Source.OpenConnection();
        return [.. connection.Query<string>(SqlText.Beside<DataProtectionKeys>("data_protection_keys.sql")).Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Source.OpenConnection();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        connection.Execute(SqlText.Beside<DataProtectionKeys>("add_data_protection_key.sql"), new { friendlyName, xml });
    }
}
