-- Hashes of the codes that stand in for a phone. grain: an account and a code. reads: ops.recovery_code, ops.account. writes: nothing.
select to_jsonb(code)::text
from (
    select account.name as account, code.code_hash, code.used_at
    from ops.recovery_code as code join ops.account as account using (account_id)
    order by account.name, code.code_hash
) as code
