-- What holds for all tables of a schema, those of later migrations too. Runs again whenever its text or any migration changes. What one
-- role may do with one table stands beside the table, in schema/ or in the migration that made it.
-- Readers' roles see pub and nothing else; the administrator's pages see ops and no facts; the worker writes everything but
-- the schema itself.
-- reads: nothing. writes: grants.
revoke all on schema public from public;

grant select, insert, update, delete, truncate on all tables in schema raw, core, mart, pub, ops, quartz to analytics_etl;
grant usage, select, update on all sequences in schema raw, core, mart, pub, ops to analytics_etl;
grant execute on all functions in schema core, mart to analytics_etl;

grant select on all tables in schema pub to analytics_ministry, analytics_donor, analytics_public;

-- Nobody writes or changes the audit but through its function, which gives the time and says where the entry came from; and what was swept
-- from it is written by its function alone.
revoke all on ops.audit from analytics_etl;
revoke insert, update, delete, truncate on ops.audit_month, ops.audit_seal from analytics_etl;
