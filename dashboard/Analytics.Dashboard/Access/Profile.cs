using System.Security.Claims;

namespace Analytics.Dashboard.Access;

/// <summary>Which cells a reader may see. Each profile is a database role of its own.</summary>
public enum Profile
{
    Ministry,
    Donor,
    Public,
}

/// <summary>What a reader does here.</summary>
public enum Role
{
    Administrator,
    Coordinator,
    Donor,
    Policy,
}

public static class RoleExtensions
{
    /// <summary>The role of a signed-in account; null for anybody else.</summary>
    public static Role? Role(this ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true
        ? user.FindFirstValue(ClaimTypes.Role) switch
        {
            RoleNames.Administrator => Access.Role.Administrator,
            RoleNames.Coordinator => Access.Role.Coordinator,
            RoleNames.Donor => Access.Role.Donor,
            RoleNames.Policy => Access.Role.Policy,
            _ => null,
        }
        : null;

    public static Profile Profile(this Role role) => role switch
    {
        Access.Role.Administrator or Access.Role.Coordinator => Access.Profile.Ministry,
        Access.Role.Donor => Access.Profile.Donor,
        _ => Access.Profile.Public,
    };

    /// <summary>The profile's name in tables and answers.</summary>
    public static string Code(this Profile profile) => profile switch
    {
        Access.Profile.Ministry => "ministry",
        Access.Profile.Donor => "donor",
        _ => "public",
    };
}

/// <summary>The roles as accounts and policies name them.</summary>
public static class RoleNames
{
    public const string Administrator = "administrator";
    public const string Coordinator = "coordinator";
    public const string Donor = "donor";
    public const string Policy = "policy";
}
