-- What a publication withheld of one cut of a table.
-- grain: a publication, profile, table and cut. reads: nothing. writes: ops.information_loss.
insert into ops.information_loss (publication_id, profile, measure, cut, cells, small, withheld, share_withheld)
values (@publication, @Profile, @Measure, @Cut, @Cells, @Small, @Withheld, @ShareWithheld);
