-- Who comes here, the schemas, and which role may enter which. The roles belong to the server and are made by bootstrap/roles.sql at every
-- start: analytics_owner owns the tables, analytics_etl works on them, analytics_admin reads how the system runs, and analytics_ministry,
-- analytics_donor and analytics_public read what is published for them. What holds for all tables of a schema, those of later
-- migrations too, is in repeatable/grants.sql; what one role may do with one table stands beside the table.
-- reads: nothing. writes: schemas, core.partial_date.
create schema raw;
create schema core;
create schema mart;
create schema pub;
create schema quartz;
comment on schema raw is 'As received, all text, in the canonical columns of a feed; batch, line and hash kept for replay.';
comment on schema core is 'Typed, coded, deduplicated by natural key; every version kept (known_since, known_until).';
comment on schema mart is 'Star schema: dim_, fct_, bridge_.';
comment on schema pub is 'Published cells, one row per cell and audience profile, already protected. The only schema that readers can see.';
comment on schema quartz is 'Persistent job store of the scheduler.';
-- ops and its ledger of applied scripts are there already: bootstrap/ledger.sql makes them for the migrator.
comment on table ops.script is 'grain: a script of sql/ as it was last applied.';

grant usage on schema raw, core, mart, pub, ops, quartz to analytics_etl;
grant usage on schema ops to analytics_admin;
grant usage on schema pub to analytics_ministry, analytics_donor, analytics_public;

-- A date that may be known to the year or the month only. Its precision is kept and it is never spread.
create domain core.partial_date as integer
    check (value between 18000000 and 22001231);
comment on domain core.partial_date is
    'yyyymmdd; 00 stands for a month or day that is not known. Null: the date is unknown. Same value as mart.dim_date.date_key.';

create function core.to_partial_date(value text) returns core.partial_date
    language sql immutable strict parallel safe
    return case length(value)
        when 10 then replace(value, '-', '')::integer
        when 7 then replace(value, '-', '')::integer * 100
        when 4 then value::integer * 10000
    end;
comment on function core.to_partial_date(text) is '2010, 2010-07 or 2010-07-15 as a partial date; empty text is unknown.';

create function core.to_partial_date(value timestamptz) returns core.partial_date
    language sql stable strict parallel safe
    return (extract(year from value at time zone 'Asia/Bishkek') * 10000
        + extract(month from value at time zone 'Asia/Bishkek') * 100
        + extract(day from value at time zone 'Asia/Bishkek'))::integer;
comment on function core.to_partial_date(timestamptz) is 'The calendar day in Asia/Bishkek.';
