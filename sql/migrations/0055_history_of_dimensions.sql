-- What a change of a territory or an organisation leaves behind: who came out of whom, one body behind all of its names, and members
-- that stay with the time for which they were so.
-- reads: core.ngo_monthly, mart.dim_region. writes: mart.dim_organisation, mart.bridge_region_succession, mart.fct_assistance_month, pub.member.

-- grain: a unit, a unit that it came out of, and the day.
create table mart.bridge_region_succession (
    predecessor text not null,
    successor text not null,
    on_day date not null,
    primary key (predecessor, successor, on_day),
    check (predecessor <> successor)
);
comment on table mart.bridge_region_succession is 'grain: a territorial unit (SOATE), a unit that it came out of, and the day. A split has one predecessor and several successors, one of which may be the predecessor itself with less land; a merger the other way.';

alter table mart.dim_organisation add column body text;
update mart.dim_organisation set body = organisation;
alter table mart.dim_organisation alter column body set not null;
comment on table mart.dim_organisation is 'grain: an organisation code from valid_from up to, not including, valid_to. Codes, never names.';
comment on column mart.dim_organisation.body is 'The first code of the body behind the code, the same through all of its renamings: what counts as one organisation.';

-- Two regions that no longer exist are the same unknown key, and still two reports.
alter table mart.fct_assistance_month add column region_service text not null default '';
update mart.fct_assistance_month as fact
set region_service = region.soate
from mart.dim_region as region
where region.region_key = fact.region_service_key and region.region_key > 0;
alter table mart.fct_assistance_month
    drop constraint fct_assistance_month_pkey,
    add primary key (organisation, month_date_key, region_service, sex, form_key, known_since);

-- A corrected history takes the old states away, in the transaction that gives their rows to others.
alter table mart.fct_population alter constraint fct_population_region_key_fkey deferrable initially deferred;
alter table mart.bridge_person alter constraint bridge_person_region_key_fkey deferrable initially deferred;
alter table mart.fct_report_expected alter constraint fct_report_expected_organisation_key_fkey deferrable initially deferred;

alter table pub.member
    add column valid_from date not null default '-infinity',
    add column valid_to date not null default 'infinity',
    add column breaks date[] not null default '{}',
    drop constraint member_pkey,
    add primary key (dimension, code, valid_from),
    add check (valid_from < valid_to);
comment on table pub.member is 'grain: a member of a dimension from valid_from up to, not including, valid_to, with the names it had then. For region: code is SOATE; for organisation: the body''s first code, the name is the code of that time.';
comment on column pub.member.breaks is 'Days on which the code came to mean another territory: a series does not compare across them.';
-- Organisations are named to the coordinating body alone.
alter table pub.member enable row level security;
create policy ministry_reads_members on pub.member for select to analytics_ministry using (true);
create policy others_read_members on pub.member for select to analytics_donor, analytics_public using (dimension <> 'organisation');
create policy etl_writes_members on pub.member for all to analytics_etl using (true) with check (true);
