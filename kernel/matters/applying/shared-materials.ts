import type { QueryContext } from '../../operations/context.ts'
import type { Register, Registers } from '../../registers/registers.ts'
import { Parameters, runSql } from '../../registers/run-sql.ts'
import { entityRegister, linksTo, pointsAt } from '../../registers/sight.ts'
import type { MaterialDeclaration } from '../matter.types.ts'

/** A material that need not be brought: the platform has the record that it would prove. */
export interface SharedMaterial {
  readonly material: string
  readonly register: string
  readonly recordId: string
  /** what the page says: 营业执照信息已由主体名录取得（宜陶演示有限公司） */
  readonly words: string
}

/**
 * Which materials the platform has itself, since a register holds a record of the party that is in force today.
 *
 * @source 国务院关于在线政务服务的若干规定（国令第716号）第七条: what can be had by sharing must not be asked for again
 */
export async function sharedMaterials(
  context: QueryContext,
  registers: Registers,
  materials: readonly MaterialDeclaration[],
  recordId: string | undefined,
): Promise<readonly SharedMaterial[]> {
  if (recordId === undefined) return []
  const found: SharedMaterial[] = []
  for (const { id, shared } of materials) {
    const register = shared === undefined ? undefined : registers.find(shared.register)
    if (shared === undefined || register === undefined) continue
    const record = await recordOfParty(context, registers, register, shared.through, recordId)
    if (record !== undefined) {
      found.push({
        material: id,
        register: register.id,
        recordId: record.id,
        words: `${shared.says}（${record.label}）`,
      })
    }
  }
  return found
}

async function recordOfParty(
  { tx, jurisdiction, today }: QueryContext,
  registers: Registers,
  register: Register,
  through: string,
  recordId: string,
): Promise<{ id: string; label: string } | undefined> {
  const entities = entityRegister(registers)
  if (entities === undefined) return undefined
  const parameters = new Parameters()
  const [own, given] = [parameters.add(jurisdiction), parameters.add([recordId])]
  const ids = `${given}::text[]`
  const link = linksTo(register, entities).find(({ field }) => field === through)
  const isItself = register === entities && link === undefined
  if (!isItself && link === undefined) return undefined
  const points = isItself || link === undefined ? `r.id = any(${ids})` : pointsAt(link, 'r', ids)
  const [row] = await runSql<{ id: string; label: string }>(
    tx,
    `select r.id, r.label from ${register.table} r
     where r.jurisdiction = ${own} and ${points} and r.expected_on is null ${inForce(register, () => parameters.add(today))}
     order by r.recorded_at desc, r.id limit 1`,
    parameters.values,
  )
  return row
}

/** Began, and has not ended: ends are the first day on which nothing holds any more, unless they say otherwise. */
function inForce(register: Register, today: () => string): string {
  const { validity } = register.declaration
  if (validity === undefined) return ''
  const column = (name: string) => register.fields.get(name)?.columns[0]?.name
  const from = column(validity.from)
  const began = from === undefined ? [] : [`(r.${from} is null or r.${from} <= ${today()}::date)`]
  const lasts = validity.until.flatMap((name) => {
    const until = column(name)
    const field = register.fields.get(name)?.field
    const isLastDay = field?.kind === 'date' && field.isLastDay === true
    return until === undefined ? [] : [`(r.${until} is null or r.${until} ${isLastDay ? '>=' : '>'} ${today()}::date)`]
  })
  return [...began, ...lasts].map((each) => `and ${each}`).join(' ')
}
