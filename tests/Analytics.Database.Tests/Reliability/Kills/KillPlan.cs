namespace Analytics.Database.Tests.Reliability.Kills;

/// <summary>What the product is doing when something is killed.</summary>
internal enum Work
{
    Import,
    Publish,
    Link,
    Rebuild,
    Backup,
    Restore,
    Start,
}

/// <summary>What is killed.</summary>
internal enum Victim
{
    /// <summary>The process that does the work.</summary>
    Worker,

    /// <summary><c>./analytics up</c>, while another process does the work.</summary>
    Up,
    Dashboard,

    /// <summary>A session's process of the database server.</summary>
    Backend,
    Postmaster,
}

/// <param name="Moment">When, as a share of how long the work lasts undisturbed.</param>
/// <param name="Signal">A backend may also be asked to end (TERM), which the other sessions outlive.</param>
internal sealed record Kill(int Number, Work Work, Victim Victim, double Moment, string Signal)
{
    public override string ToString() => FormattableString.Invariant($"kill {Number}: {Victim} ({Signal}) at {Moment:P0} of {Work}");
}

/// <summary>Every work in turn and of each every victim in turn, in an order and at moments that the seed decides.</summary>
internal static class KillPlan
{
    public static IEnumerable<Kill> Of(int seed, int count)
    {
        var random = new Random(seed);
        var victims = Enum.GetValues<Work>().ToDictionary(work => work, _ => new Queue<Victim>());
        var works = new Queue<Work>();
        for (var number = 1; number <= count; number++)
        {
            var work = Next(works, Enum.GetValues<Work>, random);
            var victim = Next(victims[work], () => Of(work), random);
            yield return new Kill(number, work, victim, 0.1 + (0.95 * random.NextDouble()), victim is Victim.Backend && random.Next(2) == 0 ? "TERM" : "KILL");
        }
    }

    private static Victim[] Of(Work work) => work switch
    {
        Work.Restore => [Victim.Worker, Victim.Backend, Victim.Postmaster],
        Work.Start => [Victim.Worker, Victim.Dashboard, Victim.Backend, Victim.Postmaster],
        _ => Enum.GetValues<Victim>(),
    };

    private static T Next<T>(Queue<T> queue, Func<T[]> all, Random random)
    {
        if (queue.Count == 0)
        {
            var order = all();
            random.Shuffle(order);
            Array.ForEach(order, queue.Enqueue);
        }

        return queue.Dequeue();
    }
}
