-- The ledger in three languages, what each indicator is called here, and which printed figures contradict each other.
-- reads: mart.fct_figure. writes: mart.fct_figure, mart.dim_figure_indicator, mart.bridge_figure_rival and their twins in pub.
alter table mart.fct_figure rename column note to note_en;
alter table mart.fct_figure add note_ru text, add note_ky text,
    add constraint figure_note_in_three_languages check (num_nulls(note_en, note_ru, note_ky) in (0, 3)) not valid;
alter table pub.figure rename column note to note_en;
-- What is published has its notes in one language only; the next publication brings all three.
update pub.figure set note_en = null;
alter table pub.figure add note_ru text, add note_ky text,
    add constraint figure_note_in_three_languages check (num_nulls(note_en, note_ru, note_ky) in (0, 3));

create table mart.dim_figure_indicator (
    indicator text primary key,
    measure text,
    name_en text not null,
    name_ru text not null,
    name_ky text not null
);
comment on table mart.dim_figure_indicator is 'grain: an indicator of the ledger. measure: the measure of this warehouse that counts the same thing; null where none does.';
create table mart.bridge_figure_rival (
    figure text not null references mart.fct_figure,
    rival text not null references mart.fct_figure,
    why_en text not null,
    why_ru text not null,
    why_ky text not null,
    primary key (figure, rival),
    constraint rival_is_another check (figure <> rival)
);
comment on table mart.bridge_figure_rival is 'grain: two printed figures that a reader could take for the same thing and that differ, with why they may.';

-- grain: an indicator of the ledger.
create table pub.figure_indicator (
    indicator text primary key,
    measure text,
    name_en text not null,
    name_ru text not null,
    name_ky text not null
);
-- grain: two printed figures that differ.
create table pub.figure_rival (
    figure text not null,
    rival text not null,
    why_en text not null,
    why_ru text not null,
    why_ky text not null,
    primary key (figure, rival)
);
