-- A monthly count can be taken back, as a case can: DHIS2 marks a value as deleted that it sent before.
-- reads: nothing. writes: raw.ngo_monthly.
alter table raw.ngo_monthly add column deleted text;
