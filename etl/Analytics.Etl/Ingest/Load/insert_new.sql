-- insert_new: keys that are new to the feed become versions, of a range of the batch's lines.
-- grain: one count. reads: pg_temp.incoming. writes: core.<feed>.
select core.insert_new(@feed, @keys, @batch_id, @known_since, @after, @up_to, @in_range);
