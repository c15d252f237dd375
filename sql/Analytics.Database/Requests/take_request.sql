-- take_request: a request begins, or begins again when its worker ended; one that ended several workers fails.
-- grain: a request. reads: ops.request. writes: ops.request.
update ops.request
set state = case when attempts < @most then 'running' else 'failed' end,
    attempts = least(attempts + 1, @most),
    started_at = @now,
    finished_at = case when attempts < @most then null else @now end,
    rows_read = 0,
    result = case when attempts < @most then result else jsonb_build_object('error', jsonb_build_object(
        'en', 'the work ended unexpectedly several times and is not tried again; nothing half-done was kept',
        'ru', 'работа несколько раз неожиданно прервалась и больше не повторяется; ничего незавершённого не сохранено',
        'ky', 'иш бир нече жолу күтүүсүз үзүлдү жана кайра аткарылбайт; бүтпөгөн эч нерсе сакталган жок')) end
where request_id = @request and state in ('asked', 'running')
returning
    request_id as "RequestId",
    kind as "Kind",
    arguments::text as "Arguments",
    asked_by as "AskedBy",
    state as "State",
    rows_read as "RowsRead",
    result::text as "Result";
