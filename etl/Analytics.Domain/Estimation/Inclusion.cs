using System.Runtime.InteropServices;

namespace Analytics.Domain.Estimation;

/// <summary>One list wholly inside another: everybody on the inner list is on the outer one too, and not the other way round.</summary>
/// <remarks>
/// No history holds the inner list without the outer one. In a model with the interaction of the two, the inner list's own effect goes to
/// minus infinity and the interaction to plus infinity: those histories leave the fit, and any set of lists with the inner one stands for
/// the same set with the outer one (the extended maximum likelihood estimate of Fienberg and Rinaldo 2012, doi:10.1214/12-AOS986).
/// </remarks>
/// <param name="Inner">Mask of the inner list.</param>
/// <param name="Outer">Mask of the outer list.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Inclusion(int Inner, int Outer)
{
    /// <summary>The interaction of the two.</summary>
    public int Pair => Inner | Outer;

    internal bool RulesOut(int cell) => (cell & Pair) == Inner;

    /// <summary>The lists of a set and all that hold them.</summary>
    internal static int Close(int lists, IReadOnlyList<Inclusion> inclusions)
    {
        for (var i = 0; i < inclusions.Count; i++)
        {
            if ((lists & inclusions[i].Inner) != 0 && (lists & inclusions[i].Outer) == 0)
            {
                lists |= inclusions[i].Outer;
                i = -1;
            }
        }

        return lists;
    }
}
