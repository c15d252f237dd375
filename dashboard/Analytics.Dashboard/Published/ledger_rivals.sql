-- grain: two printed figures that differ. reads: pub.figure_rival. writes: nothing.
select figure, rival, why_en, why_ru, why_ky from pub.figure_rival order by figure, rival;
