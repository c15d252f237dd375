-- No donor's published credit exceeds the persons that its programme reached, and the credits of a programme together do not either.
-- grain: a profile, period and programme. reads: pub.cell. writes: nothing.
select credit.profile, credit.period, credit.members ->> 'programme' as programme, sum(credit.value) as credited, max(reached.value) as reached
from pub.cell as credit
join pub.cell as reached
    on reached.profile = credit.profile and reached.measure = 'persons_assisted' and reached.period_kind = credit.period_kind
    and reached.period = credit.period and reached.cut = 'programme' and reached.members ->> 'programme' = credit.members ->> 'programme'
where credit.measure = 'persons_credited' and credit.status = 'ok' and credit.cut = 'donor,programme'
group by credit.profile, credit.period, credit.members ->> 'programme'
having sum(credit.value) > max(reached.value) or max(reached.value) is null
