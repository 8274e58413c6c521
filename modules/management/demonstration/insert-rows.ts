import type { Transaction } from '@qiangxian/kernel/database/database'
import { sql } from 'kysely'
import { type StoryRows, storyTables } from './story-rows.ts'

/** rows of one statement: as JSON they are one parameter, so only their weight counts */
const rowsAStatement = 2_000

/** Writes all rows of a story, marked as demonstration, with a statement for each couple of thousand. */
export async function insertRows(tx: Transaction, jurisdiction: string, rows: StoryRows): Promise<void> {
  for (const table of storyTables) {
    const all = rows[table]
    const [first] = all
    if (first === undefined) continue
    const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
    for (let from = 0; from < all.length; from += rowsAStatement) {
      await sql`
        insert into ${sql.table(table)} (jurisdiction, demonstration, ${columns})
        select ${jurisdiction}, true, ${columns}
        from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(all.slice(from, from + rowsAStatement))}::json)`.execute(
        tx,
      )
    }
  }
}
