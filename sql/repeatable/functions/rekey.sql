-- The facts of codes whose history was learned late get the keys that they would have had, had it been known before: in every version,
-- since what a territory, a body or an article was on a day is no news of the fact. Called by the load of the dimension, in its
-- transaction, while no file is loaded.
-- reads: core.<feed>, dimensions. writes: keys of mart.fct_*, mart.bridge_person; mart.contact_count.
create or replace function mart.rekey_regions(changed text[]) returns void
    language plpgsql
    set search_path = pg_catalog
as $rekey$
declare
    touched bigint[];
begin
    if changed is null then
        return;
    end if;
    with moved as (
        update mart.fct_contact as fact
        set caller_region_key = coalesce(region.region_key, 0)
        from core.hotline as version
        join mart.dim_date as date on date.date_key = version.started_on
        left join mart.region_at as region
            on region.soate = version.caller_region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
        where version.caller_region = any (changed)
          and fact.batch_key = version.batch_id and fact.line = version.line and fact.contact_date_key = version.started_on
          and fact.caller_region_key <> coalesce(region.region_key, 0)
        returning fact.batch_key
    )
    select array_agg(distinct batch_key) into touched from moved;
    delete from mart.contact_count where batch_key = any (touched);
    insert into mart.contact_count (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred, contacts)
    select batch_key, contact_date_key / 100 * 100, caller_region_key, source_key, topic, coalesce(suspected, false), referred_to_key <> 0, count(*)
    from mart.fct_contact
    where batch_key = any (touched) and known_until = 'infinity'
    group by 1, 2, 3, 4, 5, 6, 7;

    update mart.fct_assistance as fact
    set region_origin_key = coalesce(origin.region_key, 0), region_service_key = coalesce(service.region_key, 0)
    from core.ngo_case as version
    join mart.dim_date as date on date.date_key = version.intake_date
    left join mart.region_at as origin
        on origin.soate = version.region_origin and origin.valid_from <= date.starts_on and date.starts_on < origin.valid_to
    left join mart.region_at as service
        on service.soate = version.region_service and service.valid_from <= date.starts_on and date.starts_on < service.valid_to
    where (version.region_origin = any (changed) or version.region_service = any (changed))
      and fact.organisation = version.organisation and fact.case_ref = version.case_ref and fact.known_since = version.known_since
      and (fact.region_origin_key, fact.region_service_key) <> (coalesce(origin.region_key, 0), coalesce(service.region_key, 0));

    update mart.fct_assistance_month as fact
    set region_service_key = coalesce(region.region_key, 0)
    from mart.fct_assistance_month as same
    join mart.dim_date as date on date.date_key = same.month_date_key
    left join mart.region_at as region
        on region.soate = same.region_service and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
    where same.region_service = any (changed) and fact.ctid = same.ctid and fact.region_service_key <> coalesce(region.region_key, 0);

    -- A crime's version may be news of its steps alone: what was known of the crime then.
    update mart.fct_crime as fact
    set region_key = coalesce(region.region_key, 0)
    from core.register_crime as version
    join mart.dim_date as date on date.date_key = version.registered_at
    left join mart.region_at as region
        on region.soate = version.region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
    where version.region = any (changed)
      and fact.register_no = version.register_no and version.known_since <= fact.known_since and fact.known_since < version.known_until
      and fact.region_key <> coalesce(region.region_key, 0);

    update mart.fct_inspection as fact
    set region_key = coalesce(region.region_key, 0)
    from core.labour_inspection as version
    join mart.dim_date as date on date.date_key = version.inspected_on
    left join mart.region_at as region
        on region.soate = version.region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
    where version.region = any (changed)
      and fact.inspection_no = version.inspection_no and fact.known_since = version.known_since
      and fact.region_key <> coalesce(region.region_key, 0);

    update mart.fct_agency as fact
    set region_key = coalesce(region.region_key, 0)
    from core.employment_agency as version
    join mart.dim_date as date on date.date_key = to_char(version.updated_at at time zone 'Asia/Bishkek', 'YYYYMMDD')::integer
    left join mart.region_at as region
        on region.soate = version.region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
    where version.region = any (changed)
      and fact.agency_no = version.agency_no and fact.known_since = version.known_since
      and fact.region_key <> coalesce(region.region_key, 0);

    update mart.bridge_person as bridge
    set region_key = listed.region_key
    from (
        select 'hotline' as list, '' as organisation, contact_id as reference, caller_region_key as region_key
        from mart.fct_contact where known_until = 'infinity' and batch_key = any (touched)
        union all
        select 'ngo_case', organisation, case_ref, region_origin_key from mart.fct_assistance where known_until = 'infinity'
        union all
        select 'register', '', register_no, region_key from mart.fct_crime where known_until = 'infinity'
    ) as listed
    where bridge.reference = listed.reference and bridge.organisation = listed.organisation and bridge.region_key <> listed.region_key
      and listed.list = case when bridge.list in ('hotline', 'register') then bridge.list else 'ngo_case' end;
end
$rekey$;

create or replace function mart.rekey_organisations(changed text[]) returns void
    language plpgsql
    set search_path = pg_catalog
as $rekey$
begin
    if changed is null then
        return;
    end if;
    update mart.fct_contact as fact
    set referred_to_key = organisation.organisation_key
    from core.hotline as version
    join mart.dim_date as date on date.date_key = version.started_on
    join mart.organisation_at as organisation
        on organisation.organisation = version.referred_to and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
    where version.referred_to = any (changed)
      and fact.batch_key = version.batch_id and fact.line = version.line and fact.contact_date_key = version.started_on
      and fact.referred_to_key <> organisation.organisation_key;

    update mart.fct_assistance as fact
    set organisation_key = organisation.organisation_key
    from mart.fct_assistance as same
    join mart.dim_date as date on date.date_key = same.intake_date_key
    join mart.organisation_at as organisation
        on organisation.organisation = same.organisation and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
    where same.organisation = any (changed) and fact.assistance_key = same.assistance_key and fact.organisation_key <> organisation.organisation_key;

    update mart.fct_assistance_month as fact
    set organisation_key = organisation.organisation_key
    from mart.fct_assistance_month as same
    join mart.dim_date as date on date.date_key = same.month_date_key
    join mart.organisation_at as organisation
        on organisation.organisation = same.organisation and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
    where same.organisation = any (changed) and fact.ctid = same.ctid and fact.organisation_key <> organisation.organisation_key;

    update mart.fct_report_expected as fact
    set organisation_key = organisation.organisation_key
    from mart.fct_report_expected as same
    join mart.dim_date as date on date.date_key = same.month_date_key
    join mart.organisation_at as organisation
        on organisation.organisation = same.organisation and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
    where same.organisation = any (changed) and fact.ctid = same.ctid and fact.organisation_key <> organisation.organisation_key;
end
$rekey$;

create or replace function mart.rekey_articles(changed text[]) returns void
    language plpgsql
    set search_path = pg_catalog
as $rekey$
begin
    if changed is null then
        return;
    end if;
    update mart.fct_crime_event as fact
    set article_to_key = coalesce(article.article_key, 0)
    from core.register_event as version
    join mart.dim_date as date on date.date_key = version.event_at
    left join mart.dim_article as article
        on article.article = version.article_to_no and article.valid_from <= date.starts_on and date.starts_on < article.valid_to
    where version.article_to_no = any (changed)
      and fact.register_no = version.register_no and fact.event_date_key = version.event_at and fact.event = version.event
      and fact.known_since = version.known_since and fact.article_to_key <> coalesce(article.article_key, 0);

    with known as (
        -- The last requalification that was known of when the crime's version began.
        select fact.register_no, fact.known_since, coalesce(article.article_key, 0) as registered_key, requalified.article_to_no, requalified.event_at
        from mart.fct_crime as fact
        join core.register_crime as version
            on version.register_no = fact.register_no and version.known_since <= fact.known_since and fact.known_since < version.known_until
        join mart.dim_date as date on date.date_key = version.registered_at
        left join mart.dim_article as article
            on article.article = version.article_no and article.valid_from <= date.starts_on and date.starts_on < article.valid_to
        left join lateral (
            select event.article_to_no, event.event_at
            from core.register_event as event
            where event.register_no = fact.register_no and event.event = 'requalified' and event.article_to_no is not null and not event.withdrawn
              and event.known_since <= fact.known_since and fact.known_since < event.known_until
            order by event.event_at desc
            limit 1
        ) as requalified on true
        where version.article_no = any (changed) or requalified.article_to_no = any (changed)
    ),
    keyed as (
        select known.register_no, known.known_since, known.registered_key,
               case when known.article_to_no is null then known.registered_key else coalesce(article.article_key, 0) end as current_key
        from known
        left join mart.dim_date as date on date.date_key = known.event_at
        left join mart.dim_article as article
            on article.article = known.article_to_no and article.valid_from <= date.starts_on and date.starts_on < article.valid_to
    )
    update mart.fct_crime as fact
    set registered_article_key = keyed.registered_key, current_article_key = keyed.current_key
    from keyed
    where fact.register_no = keyed.register_no and fact.known_since = keyed.known_since
      and (fact.registered_article_key, fact.current_article_key) <> (keyed.registered_key, keyed.current_key);
end
$rekey$;
revoke all on function mart.rekey_regions(text[]), mart.rekey_organisations(text[]), mart.rekey_articles(text[]) from public;
