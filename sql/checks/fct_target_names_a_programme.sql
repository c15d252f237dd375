-- Every target and every grant is of a programme that is declared.
-- grain: a programme that is not. reads: mart.fct_target, mart.fct_grant, mart.dim_programme. writes: nothing.
select programme.programme
from mart.dim_programme as programme
where programme.starts_on is null
  and programme.programme_key in (select programme_key from mart.fct_target union select programme_key from mart.fct_grant)
