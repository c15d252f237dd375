-- grain: a thing that an account saw or did. reads: nothing. writes: ops.audit.
insert into ops.audit (at, account, profile, action, subject, publication_id)
values (@at, @account, @profile, @action, @subject, @publication);
