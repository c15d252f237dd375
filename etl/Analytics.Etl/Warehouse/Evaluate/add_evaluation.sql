-- One answer of before and after. grain: a profile, programme or event, and measure. reads: nothing. writes: pub.evaluation.
insert into pub.evaluation (publication_id, profile, subject_kind, subject, measure, frequency, happened_on, outcome, body)
values (@publication, @profile, @kind, @subject, @measure, @frequency, @happened_on, @outcome, @body::jsonb)
