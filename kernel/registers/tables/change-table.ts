import type { Client } from 'pg'
import type { Register } from '../registers.ts'
import type { ColumnShape, TableShape } from './table-shape.ts'

export interface TableChange {
  readonly statements: readonly string[]
  /** what would lose data, each with the way to do it */
  readonly problems: readonly string[]
}

/** How a table comes from the shape that it was made for to the one that is declared now. */
export async function changeOf(
  client: Client,
  register: Register,
  made: TableShape,
  wanted: TableShape,
): Promise<TableChange> {
  const { id, table, pastTable, declaration } = register
  const statements: string[] = []
  const problems: string[] = []
  const onBoth = (statement: string) => {
    for (const each of [table, pastTable]) statements.push(`alter table ${each} ${statement}`)
  }
  for (const name of Object.keys(made.indexes)) {
    if (made.indexes[name] !== wanted.indexes[name]) statements.push(`drop index if exists ${name}`)
  }
  const left = new Map(Object.entries(made.fields))
  for (const [field, columns] of Object.entries(wanted.fields)) {
    const former = left.has(field) ? field : declaration.renamed?.[field]
    const before = former === undefined ? undefined : left.get(former)
    if (former === undefined || before === undefined) {
      for (const [name, type] of columns) onBoth(`add column ${name} ${type}`)
      continue
    }
    left.delete(former)
    const [now, then] = [columns, before]
    if (!fits(then, now)) {
      problems.push(
        `${id}.${field}：原为 ${typesOf(then)}，现为 ${typesOf(now)}，已有数据不能自动转换。请保留原字段，另设一个新字段，把数据导出后导入新字段；或改回原类型。 / was ${typesOf(then)}, is now ${typesOf(now)}: keep the field as it was and declare a new one beside it, or change the type back.`,
      )
      continue
    }
    for (const [at, [name, type]] of now.entries()) {
      const old = then[at]
      if (old === undefined) onBoth(`add column ${name} ${type}`)
      else if (old[0] !== name) onBoth(`rename column ${old[0]} to ${name}`)
    }
  }
  for (const [field, columns] of left) {
    const names = columns.map(([name]) => name)
    const kept = await rowsWith(client, [table, pastTable], names)
    if (kept > 0) {
      problems.push(
        `${id}.${field}：声明中已没有这个字段，但库中还有 ${kept} 条记录填了它。若是改名，请在声明中写 renamed: { 新名: '${field}' }；若确不再需要，请先导出留存，再在记录中清空。 / is no longer declared, but ${kept} records have it. If it was renamed, say so by \`renamed\`; else export it and empty it first.`,
      )
    } else for (const name of names) onBoth(`drop column ${name}`)
  }
  for (const [name, rest] of Object.entries(wanted.indexes)) {
    if (made.indexes[name] !== rest) statements.push(`create index ${name} on ${table} ${rest}`)
  }
  return { statements, problems }
}

type Columns = readonly ColumnShape[]

/** The same columns, or more of them behind: a day that may now be known to its month, a choice that keeps history. */
function fits(before: Columns, now: Columns): boolean {
  return before.length <= now.length && before.every(([, type], at) => type === now[at]?.[1]) && samePlain(before, now)
}

/** Encrypted and plain text, a link and a text begin with columns of one type and are not the same thing. */
function samePlain(before: Columns, now: Columns): boolean {
  return (
    before.length === now.length ||
    (/^(date|text)$/.test(before[0]?.[1] ?? '') && /_(precision|since)$/.test(now[1]?.[0] ?? ''))
  )
}

function typesOf(columns: Columns): string {
  return columns.map(([, type]) => type).join(' + ')
}

/** How many rows have a value in any of the columns, in all jurisdictions: the wall is taken down for this question. */
async function rowsWith(client: Client, tables: readonly string[], columns: readonly string[]): Promise<number> {
  let count = 0
  for (const table of tables) {
    await client.query(`alter table ${table} no force row level security`)
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${table} where ${columns.map((name) => `${name} is not null`).join(' or ')}`,
    )
    await client.query(`alter table ${table} force row level security`)
    count += rows[0]?.count ?? 0
  }
  return count
}
