-- grain: a thing that an account saw or did; the server gives the time. reads: ops.account. writes: ops.audit.
select ops.write_audit(@account, @action, @subject, @profile, @publication, @client::inet);
