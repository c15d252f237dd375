-- fact: which crimes a batch of registrations touches; snapshot.sql does the rest.
-- grain: a crime. reads: core.register_crime. writes: touched_crime (temporary).
create temporary table touched_crime on commit drop as
select distinct register_no from core.register_crime where batch_id = @batch_id;
analyze touched_crime;
