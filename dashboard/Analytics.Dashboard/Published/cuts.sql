-- grain: a combination of dimensions that a measure is published by, at a kind of period. reads: pub.cut. writes: nothing.
select measure, period_kind, dimensions from pub.cut;
