import { setImmediate } from 'node:timers/promises'
import { checkValue } from '../registers/check-value.ts'
import { findByIdentity, readRecords } from '../registers/find-records.ts'
import { identityOf, recordPreparer } from '../registers/prepare-record.ts'
import type { Value } from '../registers/record.types.ts'
import { draftOf } from './draft-row.ts'
import type { DraftRow, JudgeContext, JudgedRow } from './judge.types.ts'
import { type RowFault, rowFault } from './row-faults.ts'
import type { ChunkLinks } from './run-links.ts'
import { isSameValue } from './same-value.ts'
import type { SeenRows } from './seen-rows.ts'
import type { ReadRow, SheetReader } from './sheet-reader.ts'

/** The rows of the file that were judged before, and the place of this sheet among its sheets. */
export interface SeenBefore {
  readonly rows: SeenRows
  readonly sheet: number
  readonly sheetNames: readonly string[]
}

/** rows after which others get their turn: some milliseconds */
const rowsABreath = 200

/** Judges rows of one sheet against the register as it stands, in a few questions to the database. */
export async function judgeRows(
  context: JudgeContext,
  reader: SheetReader,
  rows: readonly ReadRow[],
  links: ChunkLinks,
  seen?: SeenBefore,
): Promise<readonly JudgedRow[]> {
  const { tx, jurisdiction, register, lock } = context
  const hasKey = register.declaration.key.length > 0
  const identities = hasKey ? rows.map((row) => identityOfRow(context, row)) : []
  const asked = identities.flatMap((each) => each ?? [])
  const found = await findByIdentity(tx, jurisdiction, register, asked)
  const ids = [...found.values()].map(({ id }) => id)
  const records = await readRecords(tx, jurisdiction, register, ids, { lock })
  const drafts: DraftRow[] = []
  for (const [at, row] of rows.entries()) {
    if (at % rowsABreath === rowsABreath - 1) await setImmediate()
    const identity = identities[at]
    const before = identity === undefined ? undefined : records.get(found.get(identity)?.id ?? '')
    drafts.push(draftOf(context, reader, row, { before, identity, links }))
  }
  const whole = hasKey ? drafts : await withDigests(context, drafts)
  return whole.map((draft) => judge(context, draft, seen))
}

/** The text by which the row's record is found; undefined where its key cannot be read, of which the check tells. */
function identityOfRow({ registers, register, secrets, jurisdiction }: JudgeContext, { given }: ReadRow) {
  const { key, title, naming } = register.declaration
  const values: Record<string, Value> = {}
  const read = (name: string) => {
    const field = register.fields.get(name)?.field
    const reading = field === undefined ? undefined : checkValue(registers, name, field, given[name] ?? null)
    if (reading === undefined || reading.problem !== undefined) return false
    values[name] = reading.value
    return true
  }
  if (!key.every(read)) return undefined
  if (key.every((name) => values[name] === null)) {
    // Who has no code is told apart by name.
    if (naming === undefined || !read(title) || values[title] === null) return undefined
  }
  return identityOf(register, values, { secrets, jurisdiction })
}

/** Of records without a key: those of which just the same is there already. */
async function withDigests(context: JudgeContext, drafts: readonly DraftRow[]): Promise<readonly DraftRow[]> {
  const { tx, jurisdiction, register, secrets, today } = context
  const prepare = recordPreparer(register, { secrets, jurisdiction, today })
  const identities: string[] = []
  for (const [at, { values }] of drafts.entries()) {
    if (at % rowsABreath === rowsABreath - 1) await setImmediate()
    identities.push(prepare('', values).identity)
  }
  const found = await findByIdentity(tx, jurisdiction, register, identities)
  for (const [at, draft] of drafts.entries()) {
    const identity = identities[at]
    draft.identity = identity
    draft.isThere = identity !== undefined && found.has(identity)
  }
  return drafts
}

function judge(context: JudgeContext, draft: DraftRow, seen: SeenBefore | undefined): JudgedRow {
  if (draft.isFaulty) return judged(draft, 'faulty')
  const { before, identity, row } = draft
  if (identity !== undefined && seen !== undefined) {
    const first = seen.rows.see(identity, JSON.stringify(row.given), seen.sheet, row.row)
    if (first?.isSame === true) return judged(draft, 'same')
    if (first !== undefined) {
      const where = first.sheet === seen.sheet ? undefined : seen.sheetNames[first.sheet]
      draft.faults = [otherInFile(first.row, where)]
      return judged(draft, 'faulty')
    }
  }
  if (draft.isThere) return judged(draft, 'same')
  const isDoubtful = draft.faults.length > 0
  if (before === undefined) return judged(draft, isDoubtful ? 'doubtful' : 'new')
  const changed = changedFields(context, draft)
  if (changed.length === 0) return judged(draft, 'same')
  const says = new Set(changed)
  // What says nothing new keeps the words that stand there.
  draft.values = Object.fromEntries(
    Object.entries(draft.values).map(([name, value]) => [name, says.has(name) ? value : (before.values[name] ?? null)]),
  )
  draft.changed = changed
  return judged(draft, isDoubtful ? 'doubtful' : 'changed')
}

function judged(draft: DraftRow, verdict: JudgedRow['verdict']): JudgedRow {
  draft.verdict = verdict
  if (verdict !== 'faulty' && verdict !== 'doubtful') {
    draft.faults = []
    draft.openNames = []
  }
  return draft
}

/** Only what the file has is compared: other fields of the record stay as they are. */
function changedFields(
  context: JudgeContext,
  { before, row, values, unitId, expectedOn }: DraftRow,
): readonly string[] {
  if (before === undefined) return []
  return Object.keys(row.given).filter((name) => {
    if (name === 'unitId') return unitId !== undefined && unitId !== before.unitId
    if (name === 'expectedOn') return expectedOn !== undefined && expectedOn !== before.expectedOn
    return !isSameValue(before.values[name] ?? null, values[name] ?? null, context)
  })
}

function otherInFile(row: number, sheet: string | undefined): RowFault {
  const place = sheet === undefined ? `第 ${row} 行` : `工作表“${sheet}”第 ${row} 行`
  const placeEn = sheet === undefined ? `Row ${row}` : `Row ${row} of sheet “${sheet}”`
  return rowFault(
    'duplicateInFile',
    { zh: `与${place}是同一条记录，内容却不同。`, en: `${placeEn} is about the same record and says something else.` },
    { zh: '请核对编号，或只留正确的一行。', en: 'Check the number, or keep the right one of both.' },
  )
}
