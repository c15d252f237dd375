namespace Analytics.Database.Tests.Etl;

/// <summary>Sets of files in which few keys come many times over: corrections, withdrawals, repeats, contradictions, steps before their crime.</summary>
internal static class GeneratedFiles
{
    public sealed record SourceLines(string Feed, string[] Lines);

    private const string Token =
        "pt1.f74bccf37413.e_mLe6jDyo2-OpQ2WxlvfKUVnpdcTnrrLmY-jMSwOOcu49r0UbxwyLqtFphfR3Pv18OEAuCEiP2tINsB5M9j6s5xL-JxaLuw6UagUcHQa9FSxoYkGO_Cpl71r1FcE69ZxAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACXDwGKxXSd3RXSy2mCc-7gjLFoww8mHxTJ19qOOPruWweYnzVx2dsNiH8cvFoALQgkEg7ylifOU2-V2rdQFIk0viHNu9qWhr1wkCkNmyuvrY9WK_p-N4EUYbrDZ6a1Apgul2_FimsS-HyScJzGvwYHeZYOqkEIzzCng8j5IHNQvD2pDq4XpZsplRiEjQrHbUKFWU99B-Nsn2BakJRFjxTnxi0FMv2wKBZvx6n7vLAEMw0nSVJPorlVKXkDsljxLcB2-2ZqM_mt7CHBiVFA5t57qE56bkQ4tC99BEl1TjbZxrfVeR2019jbrqe-yMSEhn6gLniy3ASRXzoaJ0aaL4EWAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP5VXXyhJIPu657Kn1HQi02j2grglimnpyf4N9_tijC94GJ-e1KjcEZvDhXZ-1uptBu9dMNolgUgUyRwfWTvvmW8Hp0x";

    private static readonly string[] s_forms = ["forced_labour", "sexual_exploitation", "forced_labour|other", ""];
    private static readonly string[] s_steps = ["investigation_opened", "requalified", "suspended", "discontinued", "resumed", "sent_to_court", "convicted"];

    /// <summary>Files whose rows say themselves which is newer, and some that claim the same moment for different things.</summary>
    public static List<SourceLines> Dated(Random random)
    {
        var files = new List<SourceLines>();
        var cases = CaseRows(random);
        var crimes = CrimeRows(random);
        var steps = StepRows(random);
        for (var i = 0; i < 2 + random.Next(3); i++)
        {
            files.Add(new("ngo_case", ["organisation,case_ref,intake_date,person_token,sex,forms,services,updated_at,deleted", .. Some(cases, random)]));
            files.Add(new("register_crime", ["register_no,registered_at,article,region,victims_count,updated_at", .. Some(crimes, random)]));
            files.Add(new("register_event", ["register_no,event_at,event,article_to", .. Some(steps, random)]));
        }

        return files;
    }

    /// <summary>Files whose rows do not say which is newer.</summary>
    public static List<SourceLines> Undated(Random random) =>
        [.. Enumerable.Range(0, 3 + random.Next(3)).Select(_ => new SourceLines(
            "hotline",
            ["contact_id,started_at,topic,referred_to", .. Enumerable.Range(0, 1 + random.Next(6)).Select(_ =>
                $"K-{random.Next(4)},2021-0{1 + random.Next(3)},{(random.Next(2) == 0 ? "documents" : "trafficking")},NGO-{random.Next(3)}")]))];

    private static List<string> CaseRows(Random random)
    {
        var rows = new List<string>();
        for (var key = 0; key < 4; key++)
        {
            for (var version = 0; version < 1 + random.Next(4); version++)
            {
                var updated = version == 0 && random.Next(4) == 0 ? "" : $"2024-01-{1 + version:00}T10:00:00+06:00";
                var token = random.Next(2) == 0 ? "" : Token;
                var row = $"NGO-0{1 + (key % 2)},C{key},2023-0{1 + random.Next(6)},{token},{(random.Next(2) == 0 ? "female" : "male")},{s_forms[random.Next(s_forms.Length)]},legal|shelter,{updated},";
                rows.Add(row + (updated.Length > 0 && random.Next(3) == 0 ? "yes" : "no"));
                if (updated.Length > 0 && random.Next(3) == 0)
                {
                    // Another thing at the same moment.
                    rows.Add($"NGO-0{1 + (key % 2)},C{key},2023-0{1 + random.Next(6)},,unknown,other,medical,{updated},no");
                }

                if (updated.Length > 0 && random.Next(4) == 0)
                {
                    // Taken back at the very moment of its last change.
                    rows.Add(row + "yes");
                }
            }
        }

        return rows;
    }

    private static List<string> CrimeRows(Random random) =>
        [.. from key in Enumerable.Range(0, 3)
            from version in Enumerable.Range(0, 1 + random.Next(3))
            from contradiction in Enumerable.Range(0, 1 + random.Next(2))
            select $"R-{key},2022-0{1 + random.Next(3)}-1{random.Next(9)},{(random.Next(2) == 0 ? "166 ч.2 п.1" : "171 ч.1")},KG-O,{random.Next(4)},2024-02-{1 + version:00}"];

    private static List<string> StepRows(Random random) =>
        [.. from key in Enumerable.Range(0, 4)
            from step in Enumerable.Range(0, random.Next(5))
            let name = s_steps[random.Next(s_steps.Length)]
            select $"R-{key},2023-0{1 + random.Next(9)}-01,{name},{(name == "requalified" ? "159" : "")}"];

    private static string[] Some(List<string> rows, Random random) =>
        [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => rows.Count == 0 ? "" : rows[random.Next(rows.Count)]).Where(row => row.Length > 0)];
}
