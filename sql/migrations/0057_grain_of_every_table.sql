-- The grain of the tables that said it in the scripts alone, where the catalogue can be asked for it.
-- reads: nothing. writes: comments.
do $raw$
declare
    feed text;
begin
    foreach feed in array array['hotline', 'ngo_case', 'ngo_monthly', 'register_crime', 'register_event', 'labour_inspection', 'population'] loop
        execute format(
            'comment on table raw.%I is %L', feed,
            'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading changed.');
    end loop;
end
$raw$;
comment on table raw.rejected_row is 'grain: a rejected row of a batch, its fields as received after the identifier check, kept to be corrected and loaded again.';
comment on table core.hotline is 'grain: a version of a hotline contact (contact_id). known_since to known_until: when the warehouse held it for true.';
comment on table core.ngo_case is 'grain: a version of a person''s case at an organisation (organisation, case_ref). withdrawn: the source took it back.';
comment on table core.ngo_monthly is 'grain: a version of an organisation''s count of a month, region, sex and form.';
comment on table core.register_crime is 'grain: a version of a registered crime (register_no).';
comment on table core.register_event is 'grain: a version of a step of a crime (register_no, event_at, event).';
comment on table core.labour_inspection is 'grain: a version of an inspection (inspection_no).';
comment on table core.population is 'grain: a version of the population of a unit, year and sex.';
comment on table core.link_pair is 'grain: two records of one linkage round whose tokens agree enough to matter.';
comment on table ops.source is 'grain: a registered source: a feed with a folder and a mapping.';
comment on table ops.run is 'grain: a run of a job.';
comment on table ops.batch is 'grain: a file that was offered to a feed, loaded or refused. read = inserted + updated + unchanged + deleted + rejected.';
comment on table ops.rejected_row is 'grain: a problem of a row of a batch. Says where and what was expected, never what was found.';
comment on table ops.batch_fill is 'grain: a batch and column: how many rows have a value in it.';
comment on table ops.account is 'grain: a person who may sign in.';
comment on table ops.api_token is 'grain: a token for the HTTP interface; the token itself is never stored.';
comment on table ops.data_protection_key is 'grain: a key of the web server''s data protection (cookies, antiforgery).';
comment on table ops.figure_shown is 'grain: a figure that was shown; its id leads back to what was asked of which publication.';
comment on table ops.fetch_state is 'grain: a source that is fetched. It need not be in ops.source yet: a source is entered there by its first batch.';
comment on table ops.fetch_page is 'grain: an address of a source, as it was when its content was last loaded.';
comment on table ops.request is 'grain: a request of a signed-in account to the worker, and what came of it.';
comment on table ops.script is 'grain: a script of sql/ as it was last applied.';
comment on table ops.link_round is 'grain: a linkage round, named by the fingerprint of its key.';
comment on table ops.link_run is 'grain: a run of linkage over one round.';
comment on table ops.link_band is 'grain: a band of probabilities of a round''s pairs.';
comment on table ops.link_review is 'grain: a pair of records that a reviewer is asked about. Levels of agreement, never a value or a token.';
comment on table ops.link_decision is 'grain: a decision about two records; the latest that was not undone holds.';
comment on table pub.event is 'grain: a policy event, drawn on time axes; a series_break cuts lines.';
comment on table pub.figure is 'grain: a published figure of the ledger, as printed by its source.';
comment on table pub.figure_indicator is 'grain: an indicator of the ledger.';
comment on table pub.figure_rival is 'grain: two printed figures that contradict each other, and why.';
comment on table pub.figure_source is 'grain: a publication that printed figures of the ledger.';
