-- keep_inputs: what this publication was made of, within its transaction; whatever was wrong before it is over.
-- grain: one row. reads: ops.publication_input. writes: ops.published_input, ops.publication_fault.
insert into ops.published_input (publication_id, inputs)
select @publication, jsonb_object_agg(input.name, input.state) from ops.publication_input as input
on conflict (only_row) do update set publication_id = excluded.publication_id, inputs = excluded.inputs;

update ops.publication_fault set mended_at = @now where mended_at is null;
