-- link_inputs: whether anything that linkage reads has changed since it last ran. Of contacts only those with a token are linked, so a batch
-- of contacts counts when one that it touched has or had a token.
-- grain: one row. reads: ops.link_seen, ops.batch, ops.link_decision, ops.link_round, ops.script, core.hotline. writes: nothing.
with now as (
    select md5(concat_ws('|', @program::text,
               (select max(applied_at) from ops.script),
               (select string_agg(round.round || coalesce(round.closed_at::text, ''), ',' order by round.round) from ops.link_round as round),
               (select count(*) || ' ' || count(undone_at) || ' ' || coalesce(max(link_decision_id), 0) || ' ' || coalesce(max(undone_at)::text, '')
                from ops.link_decision))) as settings,
           (select coalesce(max(received_at), 'epoch') from ops.batch where state = 'loaded') as seen_until
),
new_batch as materialized (
    select batch_id, feed
    from ops.batch
    where state = 'loaded' and inserted + updated + deleted > 0 and received_at > coalesce((select seen_until from ops.link_seen), '-infinity')
)
select now.settings, now.seen_until,
       not exists (select from ops.link_seen as seen where seen.settings = now.settings)
       or exists (select from new_batch where feed in ('ngo_case', 'register_crime', 'register_event'))
       or exists (
           select from new_batch
           join core.hotline as version on version.batch_id = new_batch.batch_id
           where new_batch.feed = 'hotline'
             and (version.person_token is not null or exists (
                 select from core.hotline as before
                 where before.contact_id = version.contact_id and before.known_until < 'infinity' and before.person_token is not null))) as changed
from now;
