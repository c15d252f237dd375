namespace Analytics.Etl.Warehouse.Link;

/// <summary>What a run of linkage did.</summary>
/// <param name="Records">Records about persons, with a token or without.</param>
/// <param name="Persons">Linked persons.</param>
/// <param name="Compared">Records whose tokens were new or changed.</param>
/// <param name="Merged">Persons that became part of another one.</param>
/// <param name="Split">Persons from whom records were taken away while both parts stay.</param>
internal sealed record LinkReport(int Records, int Persons, int Compared, int Merged, int Split)
{
    public override string ToString() => $"{Persons} persons in {Records} records; {Compared} compared, {Merged} merged, {Split} split";
}
