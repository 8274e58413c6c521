import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import { readRecords } from './find-records.ts'
import { presentRecords } from './present-records.ts'
import type { DuplicateGroup } from './registers.schemas.ts'
import type { Register } from './registers.ts'
import { Parameters, runSql } from './run-sql.ts'
import type { Sight } from './sight.ts'

type Group = Static<typeof DuplicateGroup>

/** groups that one sitting can look at */
const mostGroups = 50
const mostInAGroup = 10

interface Likeness {
  readonly by: readonly string[]
  readonly confidence: number
  readonly zh: string
  readonly en: string
}

/**
 * Groups of records that may be one thing: with the same code, the same name, or, where the number tells them apart, the
 * same name, day and first link. Width, case, brackets and spaces are set aside.
 */
export async function findDuplicates(context: QueryContext, register: Register, sight: Sight): Promise<Group[]> {
  const groups: Group[] = []
  const seen = new Set<string>()
  for (const likeness of likenesses(register)) {
    const parameters = new Parameters()
    const found = await runSql<{ ids: readonly string[] }>(
      context.tx,
      `select (array_agg(r.id order by r.id))[1:${mostInAGroup}] as ids from ${register.table} r
       where r.jurisdiction = ${parameters.add(context.jurisdiction)} and ${sight.where('r', parameters)}
         and ${likeness.by.map((column) => `${column} is not null and ${column}::text <> ''`).join(' and ')}
       group by ${likeness.by.join(', ')} having count(*) > 1 order by min(r.id) limit ${mostGroups}`,
      parameters.values,
    )
    const fresh = found.filter(({ ids }) => !seen.has(ids.join()))
    for (const { ids } of fresh) seen.add(ids.join())
    const records = await readRecords(
      context.tx,
      context.jurisdiction,
      register,
      fresh.flatMap(({ ids }) => ids),
    )
    const rows = await presentRecords(context, register, sight, [...records.values()])
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const { ids } of fresh) {
      groups.push({
        why: { zh: likeness.zh, en: likeness.en },
        confidence: likeness.confidence,
        rows: ids.flatMap((id) => byId.get(id) ?? []),
      })
    }
  }
  return groups.slice(0, mostGroups)
}

const foldedLabel = `lower(translate(r.label, '（）【】《》〈〉()[] 　·・.-', ''))`

function likenesses({ declaration, fields }: Register): readonly Likeness[] {
  const { naming, validity, unitFrom } = declaration
  const column = (name: string | undefined, at = 0) => {
    const found = name === undefined ? undefined : fields.get(name)?.columns[at]?.name
    return found === undefined ? undefined : `r.${found}`
  }
  const code = column(naming?.code)
  if (naming !== undefined) {
    return [
      ...(code === undefined ? [] : [{ by: [`upper(${code})`], confidence: 1, zh: '代码相同', en: 'the same code' }]),
      {
        by: [foldedLabel],
        confidence: 0.9,
        zh: '名称相同（不计括号、空格和全半角）',
        en: 'the same name, brackets and spaces set aside',
      },
    ]
  }
  const day = column(validity?.from)
  const first = column(unitFrom)
  const by = [foldedLabel, ...(day === undefined ? [] : [day]), ...(first === undefined ? [] : [`${first}`])]
  return [
    {
      by,
      confidence: by.length > 1 ? 0.8 : 0.5,
      zh: by.length > 1 ? '名称、起始日期和首个关联对象相同' : '名称相同',
      en: by.length > 1 ? 'the same name, day and holder' : 'the same name',
    },
  ]
}
