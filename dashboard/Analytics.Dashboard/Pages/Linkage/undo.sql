-- Takes back what was decided about a pair. grain: a decision. reads: nothing. writes: ops.link_decision.
update ops.link_decision set undone_at = @now, undone_by = @by where record_a = @a and record_b = @b and undone_at is null
