-- Printed figures that contradict each other. grain: two figures. reads: reference_row. writes: mart.bridge_figure_rival.
delete from mart.bridge_figure_rival;
insert into mart.bridge_figure_rival (figure, rival, why_en, why_ru, why_ky)
select figure, rival, why_en, why_ru, why_ky from reference_row;
