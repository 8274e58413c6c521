import { Readable } from 'node:stream'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import type { ContentStore } from '@qiangxian/kernel/evidence/content-store'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { execute, type Platform } from '@qiangxian/kernel/operations/execute'
import { findCurrentPlan } from '@qiangxian/kernel/plan/load-version'
import { runQuality } from '@qiangxian/kernel/quality/quality.operations'
import { loadDemonstration } from '@qiangxian/modules/management/demonstration/load-demonstration.command'
import { loadDemonstrationRegisters } from '@qiangxian/modules/management/demonstration/registers/load-registers.command'
import { storyFiles } from '@qiangxian/modules/management/demonstration/story-files'
import { qualityRules, registers } from './declarations.ts'

/**
 * The demonstration's reports, in the first start that finds the plan and none of them: that of the adoption, or the one
 * after a start that broke off. The files come first: what no row comes to know is swept.
 */
export async function loadStory(platform: Platform & { readonly store: ContentStore }, actor: Actor): Promise<void> {
  const { county, store } = platform
  if (county.demonstrationStory === undefined || (await hasBegun(platform)) || !(await hasPlan(platform))) return
  await storeStoryFiles(store)
  await execute(platform, loadDemonstration, { actor, requestId: newId(platform.now()), language: 'zh' }, {})
}

/**
 * The demonstration's records, in the first start that finds its registers empty; what somebody brought in or removed
 * since is left alone.
 */
export async function loadStoryRecords(platform: Platform, actor: Actor): Promise<void> {
  const { county } = platform
  if (county.demonstrationStory === undefined || !(await hasPlan(platform)) || (await hasRecords(platform))) return
  const request = { actor, requestId: newId(platform.now()), language: 'zh' as const }
  await execute(platform, loadDemonstrationRegisters(registers), request, {})
  // Until PostgreSQL looks at the tables by itself, a minute later, it takes them for empty and plans accordingly.
  await platform.database.asOwner((client) =>
    client.query(`analyze ${registers.all.map(({ table }) => table).join(', ')}`),
  )
  // What is doubtful about them stands on its page at once, and not only after the first night.
  await execute(platform, runQuality(qualityRules), { ...request, requestId: newId(platform.now()) }, {})
}

/** Puts the files of the story into their place; a file that is there already stays. */
export async function storeStoryFiles(store: ContentStore): Promise<void> {
  for (const { name, content } of storyFiles()) {
    await store.receive(Readable.from([content]), { fileName: name })
  }
}

export async function hasPlan({ database, county }: Platform): Promise<boolean> {
  const plan = await database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
    findCurrentPlan(tx, county.jurisdiction),
  )
  return plan !== undefined
}

/** Whether any register ever had a record: its change number says so, also after the last one was removed. */
async function hasRecords({ database, county }: Platform): Promise<boolean> {
  const changed = await database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
    tx
      .selectFrom('register_change')
      .select('register')
      .where('jurisdiction', '=', county.jurisdiction)
      .limit(1)
      .executeTakeFirst(),
  )
  return changed !== undefined
}

async function hasBegun({ database, county }: Platform): Promise<boolean> {
  const duty = await database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
    tx.selectFrom('duty').select('id').where('jurisdiction', '=', county.jurisdiction).limit(1).executeTakeFirst(),
  )
  return duty !== undefined
}
