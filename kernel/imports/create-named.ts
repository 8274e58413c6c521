import type { CommandContext } from '../operations/context.ts'
import { choiceOf } from '../registers/check-value.ts'
import { checkValues } from '../registers/check-values.ts'
import { findByIdentity } from '../registers/find-records.ts'
import { identityOf } from '../registers/prepare-record.ts'
import type { RecordValues, Value } from '../registers/record.types.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { type RecordWrite, writeRecords } from '../registers/write-records.ts'
import type { JudgedRow } from './judge.types.ts'
import { foldName } from './names/fold-name.ts'
import { guessKind } from './names/guess-kind.ts'
import { namesState } from './names/name-resolver.ts'
import type { WrittenName } from './names/written-name.ts'
import { idsIn } from './preview.ts'
import type { RunRow } from './run.ts'
import type { ChunkLinks, PendingName, RunLinks } from './run-links.ts'

/**
 * Makes records of those whom the rows of a batch name and who are not there yet: they belong to the batch, and go with
 * it when the run is undone.
 *
 * @returns how many, who turned out to be there, and what is to be done once the batch is committed: then they are known
 */
export async function createNamed(
  context: CommandContext,
  registers: Registers,
  run: RunRow,
  rows: readonly JudgedRow[],
  links: RunLinks,
  chunkLinks: ChunkLinks,
): Promise<{ count: number; known: ReadonlyMap<string, string>; afterwards: () => void }> {
  const wanted = new Map<string, Map<string, PendingName>>()
  for (const { values } of rows) {
    for (const id of idsIn(values)) {
      const pending = chunkLinks.pending(id)
      if (pending === undefined) continue
      const ofRegister = wanted.get(pending.register) ?? new Map<string, PendingName>()
      wanted.set(pending.register, ofRegister.set(id, pending))
    }
  }
  const afterwards: (() => void)[] = []
  const known = new Map<string, string>()
  let count = 0
  for (const [registerId, pending] of wanted) {
    const register = registers.get(registerId)
    const found = await knownAlready(context, register, [...pending.values()])
    for (const [id, there] of found) known.set(id, there)
    const names = [...pending.values()].filter(({ id }) => !found.has(id))
    await writeRecords(
      context,
      registers,
      register,
      names.map((name) => recordFor(context, registers, register, run, name)),
      { origin: 'import', reason: null, runId: run.id },
    )
    count += names.length
    const state = await namesState(context.tx, context.jurisdiction, register)
    const resolver = links.resolvers.find((each) => each.register === register)
    afterwards.push(() => {
      resolver?.add(
        names.map(({ id, written }) => ({ id, name: written.name, formerNames: [], code: written.code ?? null })),
      )
      if (resolver !== undefined) resolver.state = state
    })
  }
  return { count, known, afterwards: () => afterwards.forEach((each) => void each()) }
}

/**
 * Names under which the register holds a record after all: somebody made it since the names were loaded, or the key sees
 * no difference where the names have one. Pending id → id of that record.
 */
async function knownAlready(
  context: CommandContext,
  register: Register,
  names: readonly Pick<PendingName, 'id' | 'written'>[],
): Promise<ReadonlyMap<string, string>> {
  const identities = new Map(
    names.map(({ id, written }) => [id, identityOf(register, namedValues(register, written), context)]),
  )
  const asked = [...identities.values()].flatMap((each) => each ?? [])
  const found = await findByIdentity(context.tx, context.jurisdiction, register, asked)
  const known = new Map<string, string>()
  const first = new Map<string, string>()
  for (const [pending, identity] of identities) {
    if (identity === undefined) continue
    const there = found.get(identity)?.id ?? first.get(identity)
    if (there === undefined) first.set(identity, pending)
    else known.set(pending, there)
  }
  return known
}

/** The rows with the ids of the records that are there in place of those that were to be made. */
export function withKnownIds(rows: readonly JudgedRow[], known: ReadonlyMap<string, string>): readonly JudgedRow[] {
  if (known.size === 0) return rows
  const linked = (value: Value): Value => {
    if (Array.isArray(value)) return value.map((each) => linked(each)) as Value
    if (typeof value !== 'object' || value === null || !('id' in value) || value.id === null) return value
    return { name: value.name, id: known.get(value.id) ?? value.id }
  }
  return rows.map((row) => ({
    ...row,
    values: Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, linked(value)])),
  }))
}

function recordFor(
  context: CommandContext,
  registers: Registers,
  register: Register,
  run: RunRow,
  { id, written, sheet, row }: PendingName,
): RecordWrite {
  const { values, doubts } = checkValues(registers, register, namedValues(register, written), { today: context.today })
  const [unitId] = run.allowed_units ?? []
  return { id, values, doubts, sheet, rowNumber: row, ...(unitId === undefined ? {} : { unitId }) }
}

/** Makes one record for a name that a person settled so; the one that is there already, if its key says so. */
export async function createRecordFor(
  context: CommandContext,
  registers: Registers,
  register: Register,
  { id, written }: { readonly id: string; readonly written: WrittenName },
): Promise<string> {
  const known = await knownAlready(context, register, [{ id, written }])
  const there = known.get(id)
  if (there !== undefined) return there
  const { values, doubts } = checkValues(registers, register, namedValues(register, written), { today: context.today })
  await writeRecords(context, registers, register, [{ id, values, doubts }], {
    origin: 'form',
    reason: '核对名称时新建',
  })
  return id
}

/** What is known of somebody from the name alone. */
function namedValues({ declaration }: Register, { name, key, code }: WrittenName): RecordValues {
  const { naming } = declaration
  if (naming === undefined) throw new Error(`the records of ${declaration.id} are not found by name`)
  const kind = naming.kind === undefined ? undefined : declaration.fields[naming.kind]
  const guessed =
    kind?.kind === 'choice' ? choiceOf(kind.choices, guessKind(key === '' ? foldName(name) : key)) : undefined
  return {
    [naming.name]: name,
    ...(naming.code !== undefined && code !== undefined ? { [naming.code]: code } : {}),
    ...(naming.kind !== undefined && guessed !== undefined ? { [naming.kind]: guessed.value } : {}),
  }
}
