-- Bands of probability over all rounds. grain: a band. reads: ops.link_band. writes: nothing.
select band_from as "From", max(band_to) as "To", sum(pairs)::int as "Pairs", linked as "Linked" from ops.link_band where ops.sees_source('*') group by band_from, linked order by band_from
