-- grain: an indicator of the ledger. reads: pub.figure_indicator. writes: nothing.
select indicator, measure, name_en, name_ru, name_ky from pub.figure_indicator order by indicator;
