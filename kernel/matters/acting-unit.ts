import { unitsActedFor } from '../accounts/actor.ts'
import type { CommandContext } from '../operations/context.ts'
import type { ActorKind, MatterState } from './effects.types.ts'

/** The unit for which somebody acts on a matter: the handling one, the one that was called, the hall; none for others. */
export function actingUnit({ actor }: CommandContext, kind: ActorKind, { unitId }: MatterState): string | null {
  if (kind === 'handler' || kind === 'head') {
    const own = unitsActedFor(actor, 'matter.handle')
    return own.includes(unitId) || own.length === 0 ? unitId : (own[0] ?? null)
  }
  if (kind === 'window') return unitsActedFor(actor, 'matter.receive')[0] ?? null
  if (kind === 'called') return unitsActedFor(actor, 'matter.handle')[0] ?? null
  return null
}
