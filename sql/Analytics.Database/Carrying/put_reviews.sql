-- The steps of a month are carried where nobody has decided about it here; where somebody has, the month stays as it is here and is named.
-- grain: a source, month and step. reads: carried. writes: ops.period_review.
with given as (
    select review.*
    from carried
    cross join jsonb_to_record(row) as review (
        source_id text, month date, step integer, state text, account text, decided_at timestamptz, comment text)
),
known as (
    select given.source_id, given.month, given.step
    from given
    join ops.period_review as review using (source_id, month, step, state, account, decided_at)
),
decided_here as (
    select distinct given.source_id, given.month
    from given
    join ops.period_review as review using (source_id, month)
),
put as (
    insert into ops.period_review (source_id, month, step, state, account, decided_at, comment)
    select source_id, month, step, state, account, decided_at, comment
    from given
    where not exists (select from decided_here where (decided_here.source_id, decided_here.month) = (given.source_id, given.month))
    order by source_id, month, step
    returning 1
)
select (select count(*) from put), (select count(*) from known), 0::bigint,
       array(
           select distinct given.source_id || ' ' || to_char(given.month, 'YYYY-MM')
           from given
           join decided_here using (source_id, month)
           left join known using (source_id, month, step)
           where known.step is null
           order by 1)
