-- grain: a donor that an account belongs to. reads: pub.donor. writes: nothing.
select donor, account from pub.donor where account is not null order by donor;
