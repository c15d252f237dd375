-- Who may do what. Runs again whenever its text or any migration changes.
-- Readers' roles see pub and nothing else; the administrator's pages see ops and no facts; the worker writes everything but
-- the schema itself.
-- reads: nothing. writes: grants.
revoke all on schema public from public;

grant usage on schema raw, core, mart, pub, ops, quartz to analytics_etl;
grant select, insert, update, delete, truncate on all tables in schema raw, core, mart, pub, ops, quartz to analytics_etl;
grant usage, select, update on all sequences in schema raw, core, mart, pub, ops to analytics_etl;
grant execute on all functions in schema core, mart to analytics_etl;

grant usage on schema pub to analytics_ministry, analytics_donor, analytics_public;
grant select on all tables in schema pub to analytics_ministry, analytics_donor, analytics_public;

grant usage on schema ops to analytics_admin;
grant select on ops.source, ops.run, ops.batch, ops.rejected_row, ops.request, ops.report_duty, ops.quality_result, ops.alert to analytics_admin;
grant insert (kind, arguments, asked_by) on ops.request to analytics_admin;
grant select on ops.cell_lineage, ops.source_month, ops.period_state to analytics_admin;
grant select, insert on ops.period_review to analytics_admin;
grant select, insert, update on ops.account, ops.api_token to analytics_admin;
grant select, insert, delete on ops.account_right to analytics_admin;
grant select, insert, update, delete on ops.session, ops.recovery_code to analytics_admin;
grant select, update on ops.role_need to analytics_admin;
grant select, insert, update, delete on ops.saved_view to analytics_admin;
-- Nobody writes or changes the audit but through its function, which gives the time and says where the entry came from.
revoke all on ops.audit from analytics_etl, analytics_admin;
grant execute on function ops.write_audit(text, text, text, text, bigint, inet) to analytics_etl, analytics_admin;
grant select on ops.audit to analytics_admin;
grant select on ops.audit_state to analytics_admin;
grant execute on function ops.audit_hash(bytea, ops.audit) to analytics_admin, analytics_etl;
grant select, insert on ops.data_protection_key, ops.figure_shown to analytics_admin;
grant select on ops.link_round, ops.link_run, ops.link_band, ops.link_review to analytics_admin;
grant select, insert, update on ops.link_decision to analytics_admin;
-- What was swept from the audit is written by its function alone.
revoke insert, update, delete, truncate on ops.audit_month, ops.audit_seal from analytics_etl;
grant update (last_shown_at) on ops.figure_shown to analytics_admin;
