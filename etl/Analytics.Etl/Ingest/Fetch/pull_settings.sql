-- pull_settings: opens a pull from another server: it reads only, ends in time, and writes dates and times as ISO 8601.
-- grain: a transaction. reads: nothing. writes: nothing.
set transaction read only;
select set_config('statement_timeout', @timeout, true), set_config('datestyle', 'ISO', true), set_config('timezone', 'Asia/Bishkek', true);
