-- delete_facts: the contacts that were copied of a batch, to be made again from its versions.
-- grain: a fact of the batch. reads: nothing. writes: mart.fct_contact.
delete from mart.fct_contact where batch_key = @batch_id;
