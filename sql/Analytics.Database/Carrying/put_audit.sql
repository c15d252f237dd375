-- Entries of the other warehouse follow those of this one under new numbers and say which they had; their times are their own.
-- grain: an entry. reads: carried. writes: ops.audit.
with given as (
    select entry.*, coalesce(entry.carried, entry.audit_id) as first_id
    from carried as file
    cross join jsonb_to_record(file.row) as entry (
        audit_id bigint, at timestamptz, account text, profile text, action text, subject text, publication_id bigint, client inet, origin text,
        carried bigint)
),
put as (
    insert into ops.audit (at, account, profile, action, subject, publication_id, client, origin, carried)
    select at, account, profile, action, subject, publication_id, client, origin, first_id
    from given
    where not exists (
        select from ops.audit as entry
        where entry.account = given.account and entry.at = given.at and entry.action = given.action and entry.subject = given.subject
          and coalesce(entry.carried, entry.audit_id) = given.first_id)
    order by audit_id
    returning 1
)
select (select count(*) from put), (select count(*) from given) - (select count(*) from put), 0::bigint, '{}'::text[]
