/**
 * The best SQL that we know to write by hand for three figures of all units at the ends of 36 months, in one statement and
 * one pass over the register: grants since the start, inventions in force, high-value inventions in force.
 *
 * It knows what a compiler does not: that grants never end, which registers are small, and that months can be told apart
 * by their number. Each record adds to the month in which it begins to count and takes away in the month in which it no
 * longer does; the sums run over the months.
 */
export const figuresByHand = `
with family as materialized (
  select domestic_patent_id as id, min(granted_on) as since from overseas_patent
  where jurisdiction = $1 and domestic_patent_id is not null and granted_on is not null
    and office <> all('{CN,HK,MO,TW}') group by 1
), award as materialized (
  select patent_id as id, min(awarded_on) as since from patent_award
  where jurisdiction = $1 and patent_id is not null and award_kind in ('national-science', 'china-patent-award') group by 1
), pledge as materialized (
  select id, min(registered_on) as since from (
    select patent_id as id, registered_on,
      sum(attributed_amount) over (partition by patent_id order by registered_on, pledged_right.id rows unbounded preceding) as total
    from pledged_right where jurisdiction = $1 and patent_id is not null and registered_on is not null
  ) running where total >= $5 group by 1
), one as (
  select p.unit_id, p.granted_on, p.patent_type = 'invention' as is_invention,
    least(p.ended_on, p.expires_on) as gone,
    case when p.patent_type = 'invention' then least(
      case when exists (select from unnest(p.ipc) c (code) where left(c.code, 4) = any($6) or left(c.code, 8) = any($7)
        or left(c.code, 9) = any($8) or left(c.code, 7) = any($9)) then '-infinity'::date end,
      f.since, a.since, g.since, (p.filed_on + interval '10 years 1 day')::date) end as valued
  from patent p
  left join family f on f.id = p.id left join award a on a.id = p.id left join pledge g on g.id = p.id
  where p.jurisdiction = $1 and p.granted_on <= $4 and p.expected_on is null
), step as (
  select 1 as figure, unit_id, granted_on as day, 1 as change from one where granted_on >= $3
  union all select 2, unit_id, granted_on, 1 from one where is_invention and granted_on < coalesce(gone, 'infinity')
  union all select 2, unit_id, gone, -1 from one where is_invention and granted_on < gone
  union all select 3, unit_id, greatest(granted_on, valued), 1 from one
    where valued is not null and greatest(granted_on, valued) < coalesce(gone, 'infinity')
  union all select 3, unit_id, gone, -1 from one where valued is not null and greatest(granted_on, valued) < gone
)
select figure, unit_id, width_bucket(day - 1, $2::date[]) as at, sum(change) as change
from step where day <= $4 group by 1, 2, 3`
