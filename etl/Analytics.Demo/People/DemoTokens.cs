using System.Security.Cryptography;
using System.Text;
using Analytics.Domain.Linkage;

namespace Analytics.Demo.People;

/// <summary>Makes the tokens of the demo round. Its key is no secret: the people behind it do not exist.</summary>
internal sealed class DemoTokens
{
    // Tries at a spelling that linkage is sure to find, before a desk gives up and copies the first one.
    private const int MostTries = 30;

    // Natural log odds, well above every threshold, so that weights learnt from other data find the link as well.
    private const double Sure = 7;

    private static readonly FellegiSunter s_experience = ExpectationMaximisation.Prior(1e-6);

    private readonly PersonEncoder _encoder;

    public DemoTokens(int seed)
    {
        var secret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"analytics demonstration round {seed}")));
        var key = LinkageKey.Read(Encoding.ASCII.GetBytes(secret), out var fault)
            ?? throw new InvalidOperationException($"The demonstration key {fault}.");
        _encoder = new PersonEncoder(key);
    }

    public string InFull(InventedPerson person) => _encoder.Encode(Clerk.InFull(person)).ToString();

    /// <summary>As a desk writes it, found by linkage or not.</summary>
    public string AsWritten(SeededRandom random, InventedPerson person) => _encoder.Encode(Clerk.AsWritten(random, person)).ToString();

    /// <summary>As a desk writes it, drawn again until linkage is sure to find it: calibrated figures count linked persons and must stay exact.</summary>
    public string AsFound(SeededRandom random, InventedPerson person)
    {
        var first = new TokenTable([_encoder.Encode(Clerk.InFull(person))]);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var token = _encoder.Encode(Clerk.AsWritten(random, person));
            var pairs = Linker.Score(Linker.Compare(first, new TokenTable([token])), s_experience);
            if (pairs is [{ LogOdds: >= Sure }])
            {
                return token.ToString();
            }
        }

        return InFull(person);
    }
}
