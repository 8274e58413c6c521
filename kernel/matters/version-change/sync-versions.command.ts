import Type from 'typebox'
import { flagParameter } from '../../jurisdiction/county-facts.ts'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand } from '../../operations/operation.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { Matters } from '../matters.ts'
import { digestOf, newestVersions } from '../versions.ts'

/**
 * What the program declares is written down as a version when it starts, so that every matter knows on which one it
 * began. A matter that changed gets its next version (平台升级) at once, unless the county wants to see first what that
 * changes (parameter `matter.publish-at-start`: no); a new matter always begins with its first.
 */
export function syncMatterVersions(matters: Matters) {
  return defineCommand({
    id: 'matterType.sync',
    label: { zh: '登记事项版本', en: 'Write versions of matters' },
    about: {
      zh: '启动时登记程序中的事项声明；有变化的成为新版本，在办的办件按原版本办完。',
      en: 'At start: what the program declares becomes a version; matters in hand end on the version they began on.',
    },
    permission: 'service.manage',
    route: { method: 'POST', path: '/matter-types/sync' },
    input: Type.Object({}),
    output: Type.Object({ written: Type.Integer() }),
    run: async (context) => {
      const newest = await newestVersions(context)
      const publishesChanges = flagParameter(context.county, 'matter.publish-at-start', true)
      const written: MatterDeclaration[] = []
      for (const declaration of matters.all) {
        const before = newest.get(declaration.id)
        if (before?.digest === digestOf(declaration)) continue
        if (before !== undefined && !publishesChanges) continue
        await writeVersion(
          context,
          declaration,
          (before?.version ?? 0) + 1,
          before === undefined ? '首次登记' : '平台升级',
        )
        written.push(declaration)
      }
      if (written.length === 0) context.unchanged()
      return { written: written.length }
    },
  })
}

/** Writes a version and its journal entry. */
export async function writeVersion(
  context: CommandContext,
  declaration: MatterDeclaration,
  version: number,
  reason: string,
): Promise<void> {
  const { tx, jurisdiction, now, actor } = context
  const digest = digestOf(declaration)
  await tx
    .insertInto('matter_version')
    .values({
      ...{ jurisdiction, matter_type: declaration.id, version, declaration: JSON.stringify(declaration), digest },
      ...{ published_at: now, reason, by_label: actor.label },
    })
    .execute()
  await context.record({
    subject: { kind: 'matterType', id: declaration.id },
    before: version === 1 ? null : { version: version - 1 },
    after: { version, digest },
    reason,
  })
}
