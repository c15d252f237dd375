using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using QRCoder;

namespace Analytics.Dashboard.Access;

/// <summary>
/// One-time codes of an authenticator programme (TOTP, RFC 6238). A secret is kept protected by the web server's keys; whoever reads
/// the table alone has no codes.
/// </summary>
public sealed class SecondFactor(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The authentication scheme between the password and the code.</summary>
    public const string Pending = "second factor pending";

    // RFC 4226, section 4, R6: 160 bits.
    private const int SecretBytes = 20;
    private const string Issuer = "Analytics";

    private readonly IDataProtector _protector = protection.CreateProtector("second factor");

    /// <returns>A new secret in base 32, as people type it.</returns>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>The picture that an authenticator programme scans, as the address of an image.</summary>
    public static string Picture(string account, string secret)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(new OtpUri(OtpType.Totp, secret, account, Issuer).ToString(), QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(pixelsPerModule: 5));
    }

    public string Protect(string secret) => _protector.Protect(secret);

    public string Reveal(string protectedSecret) => _protector.Unprotect(protectedSecret);

    /// <returns>The step of time that a code belongs to: this one, the one before or the one after (RFC 6238, section 5.2); null for none of them.</returns>
    public long? Step(string protectedSecret, string code)
    {
        var totp = new Totp(Base32Encoding.ToBytes(Reveal(protectedSecret)));
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, Digits(code), out var step, VerificationWindow.RfcSpecifiedNetworkDelay) ? step : null;
    }

    // Without the blanks that people type into a code.
    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
