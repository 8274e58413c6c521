import Type from 'typebox'
import { defineCommand } from '../../operations/operation.ts'
import type { Indicators } from '../define-indicator.ts'
import { type DefinitionVersionRow, firstDay, readDefinitions } from '../definitions.ts'
import { conditionKey, worldOf } from '../world.ts'
import { sameTree } from './save-version.command.ts'

/**
 * 登记程序自带的公式和口径: run at every start. What is declared for the first time holds from the beginning; a declaration
 * that a new release changed is a further version from today on, so that older periods stay as they were. Where the
 * county decided otherwise, its decision stands.
 */
export function syncDefinitions(indicators: Indicators) {
  return defineCommand({
    id: 'indicator.sync',
    label: { zh: '登记程序自带的公式和口径', en: 'Write down the declared definitions' },
    about: {
      zh: '启动时把程序自带的公式和条件登记为版本；升级改了的，从当天起作为新版。',
      en: 'Writes declared formulas and conditions down as versions; changed ones count from today.',
    },
    permission: 'indicator.define',
    route: { method: 'POST', path: '/definitions' },
    input: Type.Object({}),
    output: Type.Object({ added: Type.Integer() }),
    run: async (context) => {
      const { tx, jurisdiction, today, now, actor } = context
      const known = await readDefinitions(tx, jurisdiction)
      const rows = declaredTrees(indicators).flatMap(({ kind, id, definition }) => {
        const last = known.versionsOf(kind, id).at(-1)
        if (last === undefined) return [{ kind, id, definition, version: 1, validFrom: firstDay, reason: '程序自带' }]
        if (last.origin === 'edited' || sameTree(last.definition, definition)) return []
        return [{ kind, id, definition, version: last.version + 1, validFrom: today, reason: '平台升级' }]
      })
      if (rows.length === 0) {
        context.unchanged()
        return { added: 0 }
      }
      await tx
        .insertInto('definition_version')
        .values(
          rows.map(({ kind, id, definition, version, validFrom, reason }) => ({
            jurisdiction,
            kind,
            id,
            version,
            valid_from: validFrom,
            definition: JSON.stringify(definition),
            origin: 'declared' as const,
            reason,
            decided_at: now,
            by_account: actor.accountId ?? null,
            by_label: actor.label,
          })),
        )
        .execute()
      await context.record({
        subject: { kind: 'definitions', id: 'declared' },
        before: null,
        after: { added: rows.map(({ kind, id, version }) => ({ kind, id, version })) },
      })
      return { added: rows.length }
    },
  })
}

function declaredTrees(indicators: Indicators): readonly Pick<DefinitionVersionRow, 'kind' | 'id' | 'definition'>[] {
  const { registers, all } = indicators
  const world = worldOf({ registers, indicators: all, parameters: new Map(), programme: null })
  return [
    ...all.map(({ id, formula }) => ({ kind: 'indicator' as const, id, definition: formula })),
    ...[...world.registers].flatMap(([register, { conditions }]) =>
      [...conditions].map(([name, { holds }]) => ({
        kind: 'condition' as const,
        id: conditionKey(register, name),
        definition: holds,
      })),
    ),
  ]
}
