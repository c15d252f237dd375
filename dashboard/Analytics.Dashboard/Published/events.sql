-- grain: a policy event. reads: pub.event. writes: nothing.
select event, starts_on, ends_on, kind, title_en, title_ru, title_ky from pub.event order by starts_on, event;
