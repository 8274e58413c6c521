import { actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { SearchHit } from '@qiangxian/kernel/plan/programme.schemas'
import { searchTokens } from '@qiangxian/kernel/search/search-tokens'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'

const mostHits = 30

export const searchProgramme = defineQuery({
  id: 'programme.search',
  label: { zh: '搜索', en: 'Search' },
  about: {
    zh: '按中文词搜索方案、目标、任务、里程碑和单位；工作人员还能搜到有权查看的报送。',
    en: 'Finds plan, targets, tasks, milestones and units by words; for staff also the reports that they may see.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/search' },
  cli: 'search',
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({ hits: Type.Array(SearchHit) }),
  run: async (context, { q }) => {
    const { tx, jurisdiction, actor } = context
    // What is for staff is found by whoever reads all progress, and by the unit that it belongs to.
    const readable = actorMay(actor, 'progress.read')
      ? sql`true`
      : sql`(e.audience = 'public' or e.party_id = any(${[...unitsActedFor(actor, 'work.read')]}::text[]))`
    const tokens = searchTokens(q)
    const like = `%${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
    const query = tokens.map((token) => `'${token.replaceAll("'", "''")}'`).join(' & ')
    const { rows } = await sql<Static<typeof SearchHit>>`
      select kind, id, title, context, path from (
        select e.kind, e.id, e.title, e.context, e.path, e.weight,
          case when e.title ilike ${like} then 2 when e.context ilike ${like} then 1 else 0 end as closeness
        from search_entry e
        where e.jurisdiction = ${jurisdiction} and ${readable}
          and (e.title ilike ${like} or e.context ilike ${like}
            ${query === '' ? sql`` : sql`or e.search @@ to_tsquery('simple', ${query})`})
        union all
        select 'unit', p.id, p.name, p.short_name, '/organisations/' || p.id, 3,
          case when p.name ilike ${like} then 2 else 1 end
        from party p
        where p.jurisdiction = ${jurisdiction} and (p.name ilike ${like} or p.short_name ilike ${like}
          or exists (select from party_alias a where a.jurisdiction = ${jurisdiction} and a.party_id = p.id
            and a.alias ilike ${like})
          or replace(p.pinyin, ' ', '') like ${`${q
            .trim()
            .toLowerCase()
            .replaceAll(/[\\%_\s]/g, '')}%`})
      ) hit
      order by closeness desc, weight desc, title
      limit ${mostHits}`.execute(tx)
    return { hits: rows.map((row) => ({ ...row, context: excerpt(row.context, q) })) }
  },
})

/** The piece of the words around what was asked for. */
function excerpt(words: string, q: string): string {
  const at = words.indexOf(q.trim())
  const from = Math.max(0, at - 30)
  const piece = words.slice(from, from + 90)
  return `${from > 0 ? '…' : ''}${piece}${from + 90 < words.length ? '…' : ''}`
}
