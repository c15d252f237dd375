using System.Security.Cryptography;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Analytics.Dashboard.Access;

/// <summary>
/// One-time codes of an authenticator programme (TOTP, RFC 6238), as ASP.NET Core Identity checks them. A secret is kept protected by
/// the web server's keys; whoever reads the table alone has no codes.
/// </summary>
public sealed class SecondFactor(IDataProtectionProvider protection, IServiceProvider services) : IDisposable
{
    /// <summary>The authentication scheme between the password and the code.</summary>
    public const string Pending = "second factor pending";

    // RFC 4226, section 4, R6: 160 bits.
    private const int SecretBytes = 20;
    private const string Issuer = "Analytics";

    private readonly IDataProtector _protector = protection.CreateProtector("second factor");
    private readonly AuthenticatorTokenProvider<Key> _codes = new();
    private readonly UserManager<Key> _manager = new(
        new KeyAsUser(), Options.Create(new IdentityOptions()), new PasswordHasher<Key>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), services,
        services.GetRequiredService<ILogger<UserManager<Key>>>());

    /// <returns>A new secret in base 32, as people type it.</returns>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The picture that an authenticator programme scans, as the address of an image.</summary>
    public static string Picture(string account, string secret)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Address(account, secret), QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(pixelsPerModule: 5));
    }

    private static string Address(string account, string secret) => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Issuer}";

    public string Protect(string secret) => _protector.Protect(secret);

    /// <returns>Whether the code belongs to the secret now, or within the minutes that clocks may differ by.</returns>
    public async Task<bool> VerifyAsync(string protectedSecret, string code) => await _codes.ValidateAsync("sign-in", Digits(code), _manager, new Key(Reveal(protectedSecret)));

    public string Reveal(string protectedSecret) => _protector.Unprotect(protectedSecret);

    /// <summary>A code without the blanks that people type into it.</summary>
    public static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    public void Dispose() => _manager.Dispose();

    private static string Base32(byte[] bytes)
    {
        // RFC 4648, section 6; twenty bytes need no padding.
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(bytes.Select(one => Convert.ToString(one, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => Alphabet[Convert.ToInt32(new string(five), 2)]));
    }

    /// <summary>A secret, in the place where Identity expects a user that has one.</summary>
    private sealed record Key(string Secret);

    private sealed class KeyAsUser : IUserAuthenticatorKeyStore<Key>
    {
        public Task<string?> GetAuthenticatorKeyAsync(Key user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Secret);

        public Task SetAuthenticatorKeyAsync(Key user, string key, CancellationToken cancellationToken) => throw Unused();

        public Task<string> GetUserIdAsync(Key user, CancellationToken cancellationToken) => throw Unused();

        public Task<string?> GetUserNameAsync(Key user, CancellationToken cancellationToken) => throw Unused();

        public Task SetUserNameAsync(Key user, string? userName, CancellationToken cancellationToken) => throw Unused();

        public Task<string?> GetNormalizedUserNameAsync(Key user, CancellationToken cancellationToken) => throw Unused();

        public Task SetNormalizedUserNameAsync(Key user, string? normalizedName, CancellationToken cancellationToken) => throw Unused();

        public Task<IdentityResult> CreateAsync(Key user, CancellationToken cancellationToken) => throw Unused();

        public Task<IdentityResult> UpdateAsync(Key user, CancellationToken cancellationToken) => throw Unused();

        public Task<IdentityResult> DeleteAsync(Key user, CancellationToken cancellationToken) => throw Unused();

        public Task<Key?> FindByIdAsync(string userId, CancellationToken cancellationToken) => throw Unused();

        public Task<Key?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Unused();

        public void Dispose()
        {
            // Nothing is held.
        }

        private static NotSupportedException Unused() => new("Accounts are kept by AccountStore; Identity only checks codes.");
    }
}
