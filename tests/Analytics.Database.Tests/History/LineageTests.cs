using Analytics.Database.Tests.Publish;
using Analytics.Domain.Measures;

namespace Analytics.Database.Tests.History;

/// <summary>The batches kept for published cells against those found row by row in the warehouse.</summary>
[Collection(ReadsPublishedDemo.Name)]
public sealed class LineageTests(PublishedDemo demo)
{
    private const int SampleSize = 120;

    /// <summary>Rows of each measure with the codes they count under, straight from the facts; one row for each code of a bridge.</summary>
    private const string Rows =
        """
        with kase as (
            select case_fact.*, core.batch_id as core_batch, mart_date.year, mart_date.quarter, mart_date.month, mart_date.starts_on
            from mart.fct_assistance as case_fact
            join core.ngo_case as core on core.organisation = case_fact.organisation and core.case_ref = case_fact.case_ref
                and core.known_until = 'infinity' and not core.withdrawn
            join mart.dim_date as mart_date on mart_date.date_key = case_fact.intake_date_key
            join mart.dim_organisation as body on body.organisation_key = case_fact.organisation_key and body.kind not in ('international', 'government')
            where case_fact.known_until = 'infinity' and case_fact.victim_status <> 'not_victim'
        ),
        intake as (
            select kase.*, region.region, coalesce(region.district, 'none') as district, service.admin1_soate as region_service, who.sex, who.age_band, who.citizenship as of_citizenship, country.iso3 as destination, programme.programme, programme.starts_on as declared
            from kase
            join mart.dim_programme as programme using (programme_key)
            join mart.region_branch as region on region.region_key = kase.region_origin_key
            join mart.dim_region as service on service.region_key = kase.region_service_key
            join mart.dim_demographic as who using (demographic_key)
            join mart.dim_country as country on country.country_key = kase.destination_country_key
        ),
        counted as materialized (
            select measure, starts_on, year, quarter, month, region, sex, age_band, form.form, destination, 'total' as topic, 'total' as reason, 'total' as article_group, programme, 'total' as donor, district, region_service, of_citizenship, identified_by, core_batch as batch
            from intake
            left join mart.bridge_assistance_form using (assistance_key)
            left join mart.dim_form as form using (form_key)
            cross join (values ('persons_assisted'), ('intakes')) as m (measure)
            union all
            select 'services_delivered', starts_on, year, quarter, month, region, sex, age_band, null, destination, 'total', 'total', 'total', programme, 'total', district, region_service, of_citizenship, identified_by, core_batch
            from intake join mart.bridge_assistance_code using (assistance_key) join mart.dim_code as code using (code_key)
            where code.list = 'service'
            union all
            select 'reasons_not_applied', starts_on, year, quarter, month, region, sex, age_band, null, destination, 'total', code.code, 'total', programme, 'total', district, region_service, of_citizenship, identified_by, core_batch
            from intake join mart.bridge_assistance_code using (assistance_key) join mart.dim_code as code using (code_key)
            where code.list = 'reason_not_applied'
            union all
            select measure, date.starts_on, date.year, date.quarter, date.month, region.admin1_soate, 'total', 'total', null, 'total', coalesce(core.topic, 'unknown'), 'total', 'total', 'total', 'total', 'total', 'total', 'total', 'total', core.batch_id
            from core.hotline as core
            join mart.fct_contact as fact on fact.contact_id = core.contact_id and fact.known_until = 'infinity'
            join mart.dim_date as date on date.date_key = core.started_on
            join mart.dim_region as region on region.region_key = fact.caller_region_key
            cross join (values ('contacts'), ('contacts_suspected'), ('contacts_referred')) as m (measure)
            where core.known_until = 'infinity' and (measure = 'contacts' or core.suspected_trafficking = 'yes')
              and (measure <> 'contacts_referred' or core.referred_to is not null)
            union all
            select step.measure, date.starts_on, date.year, date.quarter, date.month, region.region, 'total', 'total', null, 'total', 'total', 'total', 'total', 'total', 'total', coalesce(region.district, 'none'), 'total', 'total', 'total', batch.id
            from mart.fct_crime as fact
            join core.register_crime as core on core.register_no = fact.register_no and core.known_until = 'infinity'
            join mart.dim_article as article on article.article_key = fact.registered_article_key and article.article_group = 'trafficking'
            join mart.region_branch as region using (region_key)
            cross join lateral (values
                ('crimes_registered', fact.registered_date_key, ''), ('crimes_discontinued', fact.discontinued_date_key, 'discontinued'),
                ('crimes_sent_to_court', fact.sent_to_court_date_key, 'sent_to_court'), ('crimes_convicted', fact.convicted_date_key, 'convicted'),
                ('crimes_requalified', fact.requalified_date_key, 'requalified')) as step (measure, date_key, event)
            join mart.dim_date as date on date.date_key = step.date_key and step.date_key > 0
            cross join lateral (
                select core.batch_id as id
                union
                select event.batch_id from core.register_event as event
                where event.register_no = fact.register_no and event.event_at = step.date_key and event.event = step.event and event.known_until = 'infinity'
            ) as batch
            where fact.known_until = 'infinity'
            union all
            select 'persons_reported', date.starts_on, date.year, date.quarter, date.month, 'total', fact.sex, 'total', form.form, 'total', 'total', 'total', 'total', 'total', 'total', 'total', served.admin1_soate, 'total', 'total', core.batch_id
            from mart.fct_assistance_month as fact
            join mart.dim_form as form using (form_key)
            join core.ngo_monthly as core on core.organisation = fact.organisation and core.month = fact.month_date_key and core.region_service = fact.region_service
                and coalesce(nullif(core.sex, ''), 'unknown') = fact.sex and coalesce(nullif(core.form, ''), 'unknown') = form.form and core.known_until = 'infinity' and not core.withdrawn
            join mart.dim_date as date on date.date_key = fact.month_date_key
            join mart.dim_region as served on served.region_key = fact.region_service_key
            where fact.known_until = 'infinity' and fact.persons_assisted > 0
            union all
            select 'persons_credited', starts_on, year, quarter, month, region, sex, age_band, null, destination, 'total', 'total', 'total', programme,
                   coalesce((select donor from mart.dim_donor where dim_donor.donor_key = paid.donor_key), 'none'), district, region_service, of_citizenship, identified_by, core_batch
            from intake
            left join mart.bridge_programme_donor as paid
                on paid.programme_key = intake.programme_key and paid.valid_from <= intake.starts_on and intake.starts_on < paid.valid_to
            where declared is not null
            union all
            select measure, starts_on, to_char(starts_on, 'YYYY'), null, null, region, 'total', 'total', null, destination, 'total', 'total', 'total', 'total', 'total', 'total', 'total', 'total', 'total', batch_id
            from (
                select 'agencies_licensed' as measure, each.starts_on, region.region, country.iso3 as destination, core.batch_id
                from core.employment_agency as core
                join mart.fct_agency as fact using (agency_no, known_since)
                join mart.region_branch as region using (region_key)
                join mart.dim_country as country using (country_key)
                join mart.dim_date as each on each.date_precision = 'year' and each.date_key / 10000
                    between core.licensed_from / 10000 and least(coalesce(core.licensed_to / 10000, 9999), (select max(extract(year from updated_at)) from core.employment_agency))
                where core.known_until = 'infinity'
                union all
                select act.measure, date_trunc('year', last.updated_at)::date, last.registered_in, last.destination, last.batch_id
                from (
                    select core.updated_at, core.complaints, core.sanction, core.batch_id, branch.region as registered_in, country.iso3 as destination
                    from core.employment_agency as core
                    join mart.fct_agency as fact using (agency_no, known_since)
                    join mart.region_branch as branch using (region_key)
                    join mart.dim_country as country using (country_key)
                    where core.known_until = 'infinity'
                ) as last
                cross join lateral (values ('agency_complaints', complaints > 0), ('agency_sanctions', sanction not in ('none', 'unknown'))) as act (measure, is_counted)
                where act.is_counted
            ) as agency
        )
        """;

    [DatabaseFact]
    public async Task Lineage_OfRandomCells_IsTheBatchesOfTheirRows()
    {
        var wrong = await demo.Warehouse.ListAsync<string>(
            $"""
            {Rows},
            sample as (
                select * from ops.cell_lineage where measure not in ('victims_registered', 'crimes_requalified_in', 'crimes_requalified_out')
                order by md5(measure || period || members::text) limit {SampleSize}
            )
            select measure || ' ' || period || ' ' || members::text
            from sample
            where batches is distinct from (
                select array_agg(distinct counted.batch order by counted.batch)
                from counted
                where counted.measure = sample.measure
                  and (sample.period in ('all', counted.year, counted.quarter, counted.month)
                       or exists (select from mart.dim_reporting_period as span where span.period = sample.period and counted.starts_on between span.starts_on and span.ends_on))
                  and not exists (
                      select from jsonb_each_text(sample.members) as member (dimension, code)
                      where code is distinct from case dimension
                          when 'region' then counted.region when 'sex' then counted.sex when 'age_band' then counted.age_band
                          when 'form' then coalesce(counted.form, 'unknown') when 'destination' then counted.destination
                          when 'topic' then counted.topic when 'reason' then counted.reason when 'programme' then counted.programme
                          when 'donor' then counted.donor when 'district' then counted.district when 'region_service' then counted.region_service
                          when 'citizenship' then counted.of_citizenship when 'identified_by' then counted.identified_by end))
            """);
        Assert.Empty(wrong);
    }

    [DatabaseFact]
    public async Task Lineage_OfEveryShownCount_IsThereAndOfNoOther()
    {
        // Counts of records lead to their files; ratios, linked persons and estimates lead there by way of their parts.
        var counts = MeasureCatalogue.All
            .Where(measure => measure.Kind is MeasureKind.ProtectedCount or MeasureKind.OpenCount && measure.Unit != Unit.Report)
            .Select(measure => measure.Id);
        var shown = $"profile = 'ministry' and measure in ('{string.Join("', '", counts)}')";
        Assert.Equal(
            await demo.Warehouse.ScalarAsync<long>($"select count(*) from pub.cell where {shown} and status = 'ok'"),
            await demo.Warehouse.ScalarAsync<long>("select count(*) from ops.cell_lineage"));
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<long>(
            $"select count(*) from ops.cell_lineage join pub.cell using (measure, period, members) where {shown} and status <> 'ok'"));
    }
}
