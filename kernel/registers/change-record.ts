import type { CommandContext } from '../operations/context.ts'
import { asFieldProblems, checkValues, type ValueProblem } from './check-values.ts'
import { findByIdentity } from './find-records.ts'
import { recordPreparer } from './prepare-record.ts'
import type { Doubt, RecordValues, StoredRecord } from './record.types.ts'
import { registerErrors } from './register-errors.ts'
import type { Register, Registers } from './registers.ts'
import { resolveReferences } from './resolve-references.ts'
import type { RecordWrite } from './write-records.ts'

/** A change that was looked at: how the record would be, and what stands against it. */
export interface JudgedChange {
  readonly write: RecordWrite
  readonly problems: readonly ValueProblem[]
  /** nothing would be different */
  readonly isSame: boolean
  /** another record that is the same thing already; null where there is none */
  readonly sameAs: string | null
}

export interface ChangeAsked {
  readonly values: Readonly<Record<string, unknown>>
  readonly unitId?: string | null
  readonly expectedOn?: string | null
}

/** Looks at a new record, or a change of one that is locked, without writing anything. */
export async function judgeChange(
  context: CommandContext,
  registers: Registers,
  register: Register,
  asked: ChangeAsked,
  before?: StoredRecord,
): Promise<JudgedChange> {
  const { tx, jurisdiction, secrets, today } = context
  const expectedOn = asked.expectedOn === undefined ? (before?.expectedOn ?? null) : asked.expectedOn
  const checked = checkValues(registers, register, asked.values, {
    today,
    expected: expectedOn !== null,
    ...(before === undefined ? {} : { before: before.values }),
  })
  const isGiven = (name: string) => name in asked.values
  const resolved = await resolveReferences(context, registers, register, checked.values, isGiven)
  const doubts = [...(before?.doubts ?? []).filter(({ field }) => !isGiven(field)), ...checked.doubts]
  const prepared = recordPreparer(register, { secrets, jurisdiction, today })(before?.id ?? '', resolved.values)
  const found = await findByIdentity(tx, jurisdiction, register, [prepared.identity])
  const other = found.get(prepared.identity)
  return {
    write: writeOf(asked, resolved.values, doubts, before),
    problems: [...checked.problems, ...resolved.problems],
    isSame:
      before !== undefined &&
      prepared.digest === before.digest &&
      (asked.unitId === undefined || asked.unitId === before.unitId) &&
      expectedOn === before.expectedOn,
    sameAs: other === undefined || other.id === before?.id ? null : other.id,
  }
}

function writeOf(
  { unitId, expectedOn }: ChangeAsked,
  values: RecordValues,
  doubts: readonly Doubt[],
  before: StoredRecord | undefined,
): RecordWrite {
  return {
    values,
    doubts,
    ...(before === undefined ? {} : { before }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(expectedOn === undefined ? {} : { expectedOn }),
  }
}

/** @throws register.badValues, register.alreadyThere */
export function refuseUnlessGood({ declaration }: Register, { problems, sameAs, write }: JudgedChange): void {
  if (problems.length > 0) {
    throw registerErrors.badValues({ count: problems.length }, { problems: asFieldProblems(problems) })
  }
  if (sameAs === null) return
  const value = write.values[declaration.key[0] ?? declaration.title]
  throw registerErrors.alreadyThere({
    what: declaration.recordLabel,
    label: typeof value === 'string' ? value : declaration.recordLabel,
  })
}
