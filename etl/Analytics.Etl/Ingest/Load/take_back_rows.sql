-- take_back_rows: the rows of a batch that did not come to its end.
-- grain: a row of the batch. reads: nothing. writes: raw.hotline_row, raw.hotline_packed.
delete from raw.hotline_packed where batch_id = @batch_id;
delete from raw.hotline_row where batch_id = @batch_id;
