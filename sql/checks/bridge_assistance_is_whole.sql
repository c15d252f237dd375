-- Every form and code of an intake belongs to an intake and is a known form or code.
-- grain: a bridge row without its fact or member. reads: mart.bridge_assistance_*, mart.fct_assistance, mart.dim_form, mart.dim_code. writes: nothing.
select 'form' as bridge, bridge.assistance_key, bridge.form_key as key
from mart.bridge_assistance_form as bridge
left join mart.fct_assistance as fact using (assistance_key)
left join mart.dim_form as form using (form_key)
where fact.assistance_key is null or form.form_key is null
union all
select 'code', bridge.assistance_key, bridge.code_key
from mart.bridge_assistance_code as bridge
left join mart.fct_assistance as fact using (assistance_key)
left join mart.dim_code as code using (code_key)
where fact.assistance_key is null or code.code_key is null
limit 100
