-- grain: a published figure of the ledger. reads: pub.figure, pub.figure_source. writes: nothing.
select figure.figure, period_start, period_end, period_kind, indicator, breakdown, value, value_text, unit,
       figure_source.title, figure_source.publisher, figure_source.published, note_en, note_ru, note_ky
from pub.figure inner join pub.figure_source using (figure_source)
order by period_start, figure;
