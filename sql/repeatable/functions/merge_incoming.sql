-- core.insert_new, then core.merge_incoming: the rows of a batch become versions of their natural keys, the same way for every feed.
-- insert_new puts in the keys that are new, a range of lines at a time, while the rest of the file is still read; merge_incoming then
-- judges the rows that found their key taken.
-- grain: a row of the batch has one verdict: inserted, updated, deleted, unchanged or duplicate (rejected).
-- reads: pg_temp.incoming (the feed's conform.sql: typed rows, with updated_at and withdrawn). writes: core.<feed>, ops.rejected_row.
--
-- Which row of a key holds does not depend on the order in which files come, as far as the rows themselves tell:
-- 1. The row with the later updated_at. A row without one is older than every row with one. At the same updated_at a withdrawal
--    (deleted=yes) is the newer one, so that it holds even when it comes before the row that it takes back. Of two different rows that
--    claim the same moment one is wrong, and none tells which: the one with the greater hash is kept, whichever came first, and the other
--    is rejected.
-- 2. Rows without updated_at: the row that first came later: in a later batch, or on a later line of the same file.
-- 3. A row that was a version of its key before is a repeat and changes nothing, whatever has come in between.
-- Two different rows of one key in one file, both without updated_at, contradict each other: the last one is kept and the others are
-- rejected.
--
-- A preview gives a temporary copy of the versions in question as target, and a temporary table for the problems: the same
-- verdicts, and the warehouse stays as it is.
create or replace function core.version_columns(target regclass) returns text
    language sql stable
    set search_path = pg_catalog
as $columns$
    select string_agg(quote_ident(attname), ', ' order by attnum)
    from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attname not in ('version_id', 'known_since', 'known_until')
$columns$;

-- Of a key that comes twice the row that is met first is taken here and set right by merge_incoming.
-- after, up_to: lines, the first not included. in_range: rows there.
create or replace function core.insert_new(
    feed text, keys text[], batch bigint, since timestamptz, after bigint, up_to bigint, in_range bigint, preview_target regclass default null)
    returns bigint
    language plpgsql
    set search_path = pg_catalog
as $insert$
declare
    target regclass := coalesce(preview_target, format('core.%I', feed)::regclass);
    columns text := core.version_columns(target);
    same_key text := (select string_agg(format('current.%1$I = incoming.%1$I', key), ' and ') from unnest(keys) as key);
    large constant bigint := 5000;
    sampled constant bigint := 100;
    nested_loops text := current_setting('enable_nestloop');
    fresh boolean := false;
    inserted bigint;
begin
    -- Looking for each key before inserting it costs a third more, so rows of which a sample is new go in without; the first key that
    -- was there after all turns them back.
    if in_range >= large then
        -- Some keys are looked up one by one, however the batch as a whole is joined.
        perform set_config('enable_nestloop', 'on', true);
        execute format(
            $sql$
            with incoming as materialized (
                select * from pg_temp.incoming where batch_id = $1 and line > $2 and line <= $3 and line %% ($4 / $5) = 0
            )
            select not exists (select from incoming join %1$s as current on %2$s and current.known_until = 'infinity')
               and not exists (select from pg_temp.incoming where batch_id = $1 and line > $2 and line <= $3 and withdrawn)
            $sql$, target, same_key)
        into fresh using batch, after, up_to, in_range, sampled;
        perform set_config('enable_nestloop', nested_loops, true);
    end if;
    if fresh then
        begin
            execute format(
                'insert into %1$s (known_since, %2$s) select $2, %2$s from pg_temp.incoming where batch_id = $1 and line > $3 and line <= $4', target, columns)
            using batch, since, after, up_to;
            get diagnostics inserted = row_count;
            return inserted;
        exception when unique_violation then
            fresh := false;
        end;
    end if;
    execute format(
        $sql$
        insert into %1$s (known_since, %2$s)
        select $2, %2$s from pg_temp.incoming
        where batch_id = $1 and line > $3 and line <= $4 and not withdrawn
        on conflict do nothing
        $sql$, target, columns)
    using batch, since, after, up_to;
    get diagnostics inserted = row_count;
    return inserted;
end
$insert$;
grant execute on function core.version_columns(regclass), core.insert_new(text, text[], bigint, timestamptz, bigint, bigint, bigint, regclass) to analytics_etl;

create or replace function core.merge_incoming(
    feed text, keys text[], batch bigint, since timestamptz, preview_target regclass default null, preview_problems regclass default null)
    returns table (updated bigint, unchanged bigint, deleted bigint, duplicate bigint)
    language plpgsql
    set search_path = pg_catalog
as $merge$
declare
    target regclass := coalesce(preview_target, format('core.%I', feed)::regclass);
    problems regclass := coalesce(preview_problems, 'ops.rejected_row'::regclass);
    columns text := core.version_columns(target);
    dated text := case when exists (select from pg_attribute where attrelid = target and attname = 'updated_at' and not attisdropped)
        then 'current.updated_at' else 'null::timestamptz' end;
    same_key text := (select string_agg(format('current.%1$I = incoming.%1$I', key), ' and ') from unnest(keys) as key);
    was_version text := format(
        'exists (select from %s as current where %s and current.known_until < ''infinity'' and current.row_hash = incoming.row_hash)',
        target, same_key);
    key_list text := (select string_agg(format('incoming.%I', key), ', ') from unnest(keys) as key);
begin
    -- rank: what a row itself tells of its place among the rows of its key; a greater one is newer.
    execute format(
        $sql$
        create temporary table verdict on commit drop as
        with ranked as (
            select incoming.*, row (coalesce(updated_at, '-infinity'), updated_at is not null and withdrawn) as moment,
                   row (coalesce(updated_at, '-infinity'), updated_at is not null and withdrawn, case when updated_at is not null then row_hash else %5$L end) as rank
            from pg_temp.incoming
            where batch_id = $1
        ),
        contender as (
            select incoming.line, incoming.row_hash, incoming.moment, incoming.rank, incoming.withdrawn,
                   current.ctid as current_row, current.line as current_line, current.row_hash as current_hash,
                   row (coalesce(%4$s, '-infinity'), %4$s is not null and current.withdrawn) as current_moment,
                   row (coalesce(%4$s, '-infinity'), %4$s is not null and current.withdrawn, case when %4$s is not null then current.row_hash else %5$L end) as current_rank,
                   coalesce(current.batch_id = $1, false) as same_file,
                   row_number() over key as place,
                   first_value(incoming.row_hash) over key as best_hash,
                   first_value(incoming.moment) over key as best_moment,
                   %3$s
            from ranked as incoming
            left join %1$s as current on %2$s and current.known_until = 'infinity'
            where current.batch_id is null or (current.batch_id, current.line) <> (incoming.batch_id, incoming.line)
            window key as (partition by %3$s order by incoming.rank desc, incoming.line desc)
        )
        select line, current_row, current_line,
               case
                   -- Of equal rows the last line is kept, whichever of them was met first.
                   when place = 1 and same_file and row_hash = current_hash and line > current_line then 'replaces_older'
                   when row_hash = current_hash then 'unchanged'
                   when current_rank > rank and (current_moment > moment or place > 1 and row_hash = best_hash or %6$s) then 'unchanged'
                   when current_rank > rank then 'duplicate'
                   when place > 1 and (row_hash = best_hash or moment < best_moment) then 'unchanged'
                   when place > 1 then 'duplicate'
                   when same_file and rank > current_rank and moment = current_moment then 'replaces_duplicate'
                   when same_file and rank > current_rank then 'replaces_older'
                   when same_file and line > current_line then 'replaces_duplicate'
                   when same_file then 'duplicate'
                   when %6$s then 'unchanged'
                   when withdrawn then 'deleted'
                   else 'updated'
               end as verdict
        from contender as incoming
        $sql$, target, same_key, key_list, dated, '00000000-0000-0000-0000-000000000000'::uuid, was_version)
    using batch;

    -- The first row of a key that came twice gives way; its version is as old as the one that takes its place.
    -- Nothing but this transaction changes the table meanwhile, so a row stays where it was found.
    execute format('delete from %s as version using verdict where version.ctid = current_row and verdict like ''replaces%%''', target);
    execute format(
        'update %s as version set known_until = $1 from verdict where version.ctid = current_row and verdict in (''updated'', ''deleted'')', target)
    using since;
    execute format(
        $sql$
        insert into %1$s (known_since, %2$s)
        select $2, %2$s from pg_temp.incoming
        where batch_id = $1 and line in (select line from verdict where verdict not in ('unchanged', 'duplicate'))
        $sql$, target, columns)
    using batch, since;

    execute format(
        $sql$
        insert into %1$s (batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky)
        select $1, case when verdict = 'replaces_duplicate' then current_line else line end, array_to_string($2, ', '), 'duplicate_key',
               'one row for each key in a file, and one for each updated_at of a key; another one was kept',
               'одна строка на каждый ключ в файле и одна на каждое updated_at ключа; оставлена другая',
               'файлда ар бир ачкычка бир сап жана ачкычтын ар бир updated_at маанисине бир сап; башкасы калтырылды'
        from verdict
        where verdict in ('duplicate', 'replaces_duplicate')
          -- A rebuild meets them again.
          and not exists (select from %1$s as known where known.batch_id = $1 and known.rule = 'duplicate_key')
        $sql$, problems)
    using batch, keys;

    select count(*) filter (where verdict = 'updated'),
           count(*) filter (where verdict in ('unchanged', 'replaces_older')),
           count(*) filter (where verdict = 'deleted'),
           count(*) filter (where verdict in ('duplicate', 'replaces_duplicate'))
    into updated, unchanged, deleted, duplicate
    from verdict;
    drop table verdict;
    return next;
end
$merge$;
grant execute on function core.merge_incoming(text, text[], bigint, timestamptz, regclass, regclass) to analytics_etl;
