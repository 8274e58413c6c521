import type { DrawInputs } from '@qiangxian/engines/draw/draw'
import type { QueryContext } from '../operations/context.ts'
import { listRecords } from '../registers/list-records.ts'
import type { StoredRecord } from '../registers/record.types.ts'
import type { Registers } from '../registers/registers.ts'
import { sightOrThrow } from '../registers/sight.ts'
import { drawErrors } from './draw-errors.ts'

/** the largest list that is drawn from: beyond it a draw is a job of its own */
const mostCandidates = 20_000

/**
 * Who can be drawn from a register today: its records that are in force, or all where it knows no validity.
 *
 * @throws register.unknown where the actor sees nothing of it
 */
export async function candidatesOf(
  context: QueryContext,
  registers: Registers,
  registerId: string,
): Promise<readonly StoredRecord[]> {
  const register = registers.get(registerId)
  const sight = await sightOrThrow(context, registers, register)
  const filters =
    register.declaration.validity === undefined ? [] : [{ field: 'in-force', by: 'condition', value: true }]
  const { records } = await listRecords(context, registers, register, sight, {
    filters: JSON.stringify(filters),
    limit: mostCandidates,
  })
  return records
}

/**
 * The list of a draw, checked.
 *
 * @throws draw.notCandidate, draw.nobodyToDraw
 */
export function drawInputs(
  label: string,
  candidates: readonly Pick<StoredRecord, 'id' | 'label'>[],
  { excluded, wanted, reserves }: Omit<DrawInputs, 'candidates'>,
): DrawInputs {
  const known = new Set(candidates.map(({ id }) => id))
  const stranger = excluded.find(({ id }) => !known.has(id))
  if (stranger !== undefined) throw drawErrors.notCandidate({ id: stranger.id })
  if (known.size - new Set(excluded.map(({ id }) => id)).size < 1) throw drawErrors.nobodyToDraw({ label })
  const inOrder = candidates.map((one) => ({ id: one.id, label: one.label }))
  inOrder.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { candidates: inOrder, excluded, wanted, reserves }
}
