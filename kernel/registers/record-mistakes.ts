import type { QueryContext } from '../operations/context.ts'
import type { RecordDetail } from './registers.schemas.ts'
import type { Register } from './registers.ts'

type Mistake = RecordDetail['mistakes'][number]

/** What people said is wrong with a record, newest first. */
export async function mistakesOf(
  { tx, jurisdiction }: QueryContext,
  register: Register,
  id: string,
): Promise<Mistake[]> {
  const rows = await tx
    .selectFrom('record_mistake')
    .select(['id', 'field', 'words', 'at', 'by_label', 'answer', 'outcome'])
    .where('jurisdiction', '=', jurisdiction)
    .where('register', '=', register.id)
    .where('record_id', '=', id)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    words: row.words,
    at: row.at.toISOString(),
    byLabel: row.by_label,
    answer: row.answer,
    outcome: row.outcome as Mistake['outcome'],
  }))
}
