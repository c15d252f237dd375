-- Writes down a decision; an earlier one about the pair is undone by it. grain: a decision. reads: nothing. writes: ops.link_decision.
update ops.link_decision set undone_at = @now, undone_by = @by where record_a = @a and record_b = @b and undone_at is null;
insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at) values (@a, @b, @verdict, @by, @now);
